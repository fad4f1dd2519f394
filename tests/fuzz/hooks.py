"""What the fuzzer of the API does not know by itself."""

import schemathesis


@schemathesis.serializer("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
def workbook(ctx, value):
    """A workbook is bytes; of what the fuzzer makes up, none is a workbook."""
    return str(value).encode()
