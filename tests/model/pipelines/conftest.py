"""A treebank and a list of names of a few sentences each, in the formats of the real ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

from model.pipelines import recipe

CONLLU = """\
# newdoc id = one
1\tThe\tthe\tDET\tDT\tPronType=Art\t2\tdet\t_\t_
2\tminister\tminister\tNOUN\tNN\tNumber=Sing\t7\tnsubj\t_\t_
3\tal\tal\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\tSpaceAfter=No
4\t-\t-\tPUNCT\tHYPH\t_\t5\tpunct\t_\tSpaceAfter=No
5\tRahbi\tRahbi\tPROPN\tNNP\tNumber=Sing\t3\tflat\t_\t_
6-7\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
6\tdid\tdo\tAUX\tVBD\tTense=Past\t7\taux\t_\t_
7\tn't\tnot\tPART\tRB\tPolarity=Neg\t0\troot\t_\t_
8\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

1\tOman\tOman\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_
2\tagreed\tagree\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No
2.1\tagain\tagain\tADV\tRB\t_\t_\t_\t2:advmod\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = two
1\tReporters\treporter\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\twaited\twait\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""

NAMES = [
    {
        "source": "GUM",
        "split": "train",
        "tokens": ["Salma", "Rahbi", "met", "Americans", "in", "Muscat", "with", "@", "radio", "."],
        "spaces": [1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
        "entities": [[0, 2, "PERSON"], [3, 4, "PERSON"], [5, 6, "GPE"], [8, 9, "ORG"]],
    },
    {
        "source": "GUM",
        "split": "dev",
        "tokens": ["The", "Oman", "News", "Agency", "said", "so", "."],
        "spaces": [1, 1, 1, 1, 1, 0, 0],
        "entities": [[1, 4, "ORG"], [0, 1, "MISC"]],
    },
]


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of training data."""
    directory = tmp_path_factory.mktemp("data")
    for name in ("ewt_train", "ewt_dev", "gum_train", "gum_dev"):
        (directory / f"ud_{name}.conllu").write_text(CONLLU * 6, encoding="utf-8")
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in NAMES * 8]
    (directory / "ner.jsonl").write_text("".join(lines), encoding="utf-8")
    return directory


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The tokenizer with nothing behind it."""
    return recipe.blank()
