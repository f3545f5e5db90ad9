def verify(path: str) -> None:
    """Being written."""
