"""Where a pair stands among the pairs of its articles."""

from __future__ import annotations

from model.matching.background import Frequencies
from model.matching.places import placed
from model.matching.profile import profiles
from model.matching.score import pair_of, score_pairs
from tests.model.matching.test_stories import FERRY, FERRY_RETOLD
from tests.model.matching.written import written


def test_rivals_rank_and_neighbours_back() -> None:
    a, b = written("a", FERRY), written("b", FERRY_RETOLD)
    mine, theirs = (profiles(witness.passages, Frequencies()) for witness in (a, b))
    pairs = placed(
        [pair_of(x, y) for x in mine for y in theirs], {"a": a.article.length, "b": b.article.length}
    )
    settings = {(p.a.passage.sentence.n, p.b.passage.sentence.n): p.setting for p in pairs}
    best, worse = settings[3, 2], settings[3, 0]
    assert best is not None
    assert worse is not None
    assert (best.rank_a, best.rank_b) == (1, 1)
    assert worse.rank_a > 1
    assert worse.rank_b > 1
    assert worse.distance > best.distance
    assert settings[1, 0] is not None
    assert settings[1, 0].beside > 0
    assert not best.outside


def test_a_pair_that_loses_to_its_rivals_scores_less() -> None:
    a, b = written("a", FERRY), written("b", FERRY_RETOLD)
    (first, *_), (other, *rest) = (profiles(w.passages, Frequencies()) for w in (a, b))
    alone = placed([pair_of(first, other)], {"a": 1, "b": 1})
    assert (
        score_pairs(alone)[0]
        >= score_pairs(placed([pair_of(first, x) for x in (other, *rest)], {"a": 1, "b": 1}))[1]
    )


def test_an_article_of_unknown_length_is_outside() -> None:
    first, other = profiles(
        (*written("?", FERRY[:1]).passages, *written("b", FERRY[:1]).passages), Frequencies()
    )
    (pair,) = placed([pair_of(first, other)], {"b": 100})
    assert pair.setting is not None
    assert pair.setting.outside


def test_the_same_pair_scores_less_in_articles_that_share_nothing_else() -> None:
    lengths = {"a": sum(map(len, FERRY)), "b": sum(map(len, FERRY_RETOLD))}
    mine, theirs = (
        profiles(written(*w).passages, Frequencies()) for w in (("a", FERRY), ("b", FERRY_RETOLD))
    )
    pairs = [pair_of(x, y) for x in mine for y in theirs]
    (told,) = (p for p in placed(pairs, lengths) if (p.a, p.b) == (mine[0], theirs[0]))
    (touched,) = placed([pair_of(mine[0], theirs[0])], {article: 10 * n for article, n in lengths.items()})
    assert told.setting is not None
    assert touched.setting is not None
    assert told.setting.kin > touched.setting.kin
    assert score_pairs([told])[0] > score_pairs([touched])[0]
