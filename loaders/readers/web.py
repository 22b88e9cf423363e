"""HTML pages to ``Text`` (placeholder filled below)."""
from loaders.drafts import Source, compose
from loaders.text import Text
def read_web(source: Source) -> Text:
    return compose(source, [])
