"""A page as somebody sees it who has opened every scenario, for tests that look for what is in it."""

import base64
import gzip
import re

_PACKED = re.compile(r'(<script type="text/plain" class="packed">)([^<]*)(</script>)')


def unpacked(html: str) -> str:
    """`html` with the packed insides of its scenarios in the clear."""
    return _PACKED.sub(lambda found: gzip.decompress(base64.b64decode(found[2])).decode(), html)
