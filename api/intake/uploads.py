"""An uploaded file read with the same care as one of a load (văn bản gửi lên)."""

from pathlib import Path

from api.intake.files import Job
from api.intake.originals import NOWHERE, Originals
from api.intake.pool import LIGHT, bounded
from loaders import Reading
from loaders.bounds import Bounds
from loaders.readers import BOUNDS, READERS


def read_upload(
    data: bytes, name: str, bounds: Bounds = BOUNDS, originals: Originals = NOWHERE
) -> Reading:
    """What an uploaded file says. Raises BadInputError."""
    job = Job(Path(name.replace("\\", "/")).name, data=data, originals=originals)
    light = Path(job.name).suffix.lower() in READERS and len(data) <= LIGHT
    [file] = [job.read(bounds)] if light else bounded([job], bounds)
    return file.understood
