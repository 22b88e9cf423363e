"""From a file to what it says: loaders are values in, values out."""
