"""Groups of documents that can affect each other's findings."""

from collections.abc import Mapping

from medborgarlofte.load import LoadedFile, address_of
from medborgarlofte.model.places import places
from medborgarlofte.swedish import fold

Token = tuple[str, str]
"""What two documents of a group have in common."""


def tokens(loaded_file: LoadedFile) -> frozenset[Token]:
    """What connects a document to others.

    Ids it has or refers to, its address on the site, and its places: the rules look at documents that refer
    to each other, and at earlier and later ones of the same place.
    """
    document_id = loaded_file.input.id
    found = {("id", document_id), ("address", address_of(document_id))}
    found |= {("id", one.document) for one in loaded_file.facts.references if not one.rule.via}
    if loaded_file.document is not None:
        found |= {("place", fold(place)) for place in places(loaded_file.document)}
    return frozenset(found)


def grouped(by_file: Mapping[str, frozenset[Token]]) -> list[list[str]]:
    """Files in groups that share no token, both in the given order."""
    parents: dict[Token, Token] = {}

    def top(token: Token) -> Token:
        while (above := parents.setdefault(token, token)) != token:
            parents[token] = parents[above]
            token = above
        return token

    for first, *others in map(list, by_file.values()):
        for other in others:
            parents[top(other)] = top(first)
    groups: dict[Token, list[str]] = {}
    for file, found in by_file.items():
        groups.setdefault(top(next(iter(found))), []).append(file)
    return list(groups.values())
