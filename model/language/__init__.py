"""The language of articles: sentences, the actors they name, and who says what.

`Analyser` is the door. It is loaded when it is first asked for: the trained pipeline names this package's
tokenizer, and must find it without loading itself.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from model.language.analyser import Analyser

__all__ = ["Analyser"]

# The pipeline multiplies small matrices: on a busy machine the threads of BLAS spend most of their time
# waiting for each other. BLAS reads this when numpy is first imported, and worker processes inherit it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def __getattr__(name: str) -> Any:
    if name == "Analyser":
        from model.language.analyser import Analyser

        return Analyser
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
