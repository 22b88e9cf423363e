"""Pages as what stands on them, whoever found it there: lines, columns, tables, folios (trang)."""
