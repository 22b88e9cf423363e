"""Numbers as the lists of Word and of web pages print them: 1, a, iv (cách viết số)."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def written(value: int, format: str) -> str:
    """A number as a list prints it (cách viết số)."""
    if format in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        words = _roman(value)
    elif format in ("upperLetter", "lowerLetter") and value > 0:
        words = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 20)
    elif format == "decimalZero":
        words = f"{value:02}"
    else:
        words = "" if format in ("none", "bullet") else str(value)
    return words.upper() if format.startswith("upper") else words


def _roman(value: int) -> str:
    words = ""
    for worth, sign in _ROMAN:
        words += sign * (value // worth)
        value %= worth
    return words
