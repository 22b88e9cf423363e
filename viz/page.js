// The bands behind the network of the standalone page: called with the picture's data.
function (picture) {
  network.on("beforeDrawing", function (context) {
    picture.bands.forEach(function (band, index) {
      context.fillStyle = picture.fill[index % 2];
      context.fillRect(-4000, band.y, picture.width + 8000, band.height);
      context.fillStyle = picture.ink;
      context.font = "600 12px sans-serif";
      context.textAlign = "left";
      context.fillText(band.label, 6, band.y + 17);
    });
  });
  network.fit();
}
