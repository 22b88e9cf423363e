"""The picture: layout, scenes and the standalone page."""

from viz.picture import Scene, View, positions, scene_json
from viz.scene import scene
from viz.standalone import standalone_html

__all__ = ["Scene", "View", "positions", "scene", "scene_json", "standalone_html"]
