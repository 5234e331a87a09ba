"""The words of promises: lists, sentences, and the numbers, rates and deadlines that a text states."""
