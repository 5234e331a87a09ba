"""Documents reduced to what a published page can say."""

from dataclasses import replace

from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Commitment, FocusArea, Promise
from medborgarlofte.swedish import slug


def wording_only(loaded: LoadedDocument) -> LoadedDocument:
    """Document reduced to wording and promisors."""
    document = loaded.document
    if not isinstance(document, Promise):
        return loaded
    commitments = tuple(
        Commitment.model_validate({"id": one.id, "part": list(one.parties), "text": one.text})
        for one in document.commitments
    )
    titles = {slug(area.title)[:40].strip("-"): area.title for area in document.focus_areas}
    areas = tuple(FocusArea.model_validate({"id": key, "rubrik": title}) for key, title in titles.items())
    # What is imported is a draft until somebody has gone through it; the page itself says nothing of that.
    shown = {"commitments": commitments, "focus_areas": areas, "evidence": (), "status": None}
    return replace(loaded, document=document.model_copy(update=shown))
