"""The checks of ``findings``: one file a subject, each a walk over the store that yields doubts."""
