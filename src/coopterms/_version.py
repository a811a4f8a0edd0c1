"""The version of the code; the data has its own, `coopterms.__data_version__`."""

__version__ = "0.1.0"
