"""The letters of Vietnamese as classes for patterns (chữ hoa, chữ thường).

A range such as ``À-Ỹ`` holds letters of both cases, so a pattern that asks for a capital names
them one by one.
"""

#: capital letters, to stand inside brackets of a pattern
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
#: small letters, likewise
LOWER = UPPER.lower()
