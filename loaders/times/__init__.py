"""Points and spans of time as documents write them (ngày, tháng, kỳ, thời gian thực hiện)."""
