using System.Globalization;
using OpenUpr.Storage;

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>Says why a text has its category: the cues of the codebook that it shows, then the words that weighed most.</summary>
internal sealed class ActionReasons
{
    private const int MostWords = 3;

    private readonly TextWords _words;
    private readonly ActionCues _cues;
    private readonly KeySet _verbs;
    private readonly int _category;
    private readonly List<Reason> _found = [];

    /// <summary>Each word's share in what speaks for the category (below nought: against it).</summary>
    private readonly double[] _shares;

    /// <param name="category">From 0.</param>
    public ActionReasons(TextWords words, ActionCues cues, ActionWeights weights, KeySet verbs, int category)
    {
        (_words, _cues, _verbs, _category) = (words, cues, verbs, category);
        _shares = new double[cues.Count];
        for (var i = 0; i < cues.Features.Length; i++)
        {
            var (first, second) = cues.WordsOf(i);
            var half = weights.Speaks(cues.Features[i], category) / 2;
            _shares[first] += half;
            _shares[second] += half;
        }

        var all = Math.Max(_shares.Sum(Math.Abs), 1e-9);
        for (var i = 0; i < _shares.Length; i++)
        {
            _shares[i] /= all;
        }
    }

    public void AddTo(List<Reason> reasons)
    {
        if (_cues.Count == 0)
        {
            return;
        }

        AddVerb();
        AddSecondVerb();
        AddMeans();
        AddWords();
        reasons.AddRange(_found.OrderByDescending(r => r.Weight));
    }

    private void AddVerb()
    {
        var main = _cues.MainVerb;
        if (_verbs.Contains(_cues.Stems[main]))
        {
            Add(main <= 1 ? "opens-with" : "asks-to", _words.Written(main), _shares[main], CodebookCategory(main));
        }
    }

    /// <summary>"Continue and strengthen": the second of two opening verbs is privileged (codebook, part 2).</summary>
    private void AddSecondVerb()
    {
        for (var i = _cues.MainVerb + 2; i <= _cues.MainVerb + 3 && i < _cues.Count; i++)
        {
            var before = _words.Hashes[i - 1];
            if ((before == CueWords.And || before == CueWords.Or) && _verbs.Contains(_cues.Stems[i]))
            {
                Add("second-verb", _words.Written(i), _shares[i], CodebookCategory(i));
                return;
            }
        }
    }

    /// <summary>"Improve women's rights by amending the family code": a general action with concrete means is specific (codebook, part 2).</summary>
    private void AddMeans()
    {
        for (var i = _cues.MainVerb + 1; _category == 4 && i + 1 < _cues.Count; i++)
        {
            if (CueWords.LeadsToMeans(_words.Hashes[i]) && _words.Written(i + 1).EndsWith("ing", StringComparison.OrdinalIgnoreCase))
            {
                Add("means", _words.Written(i, 2), _shares[i] + _shares[i + 1], null);
                return;
            }
        }
    }

    private void AddWords()
    {
        var heaviest = Enumerable.Range(0, _cues.Count).Where(i => i != _cues.MainVerb && _shares[i] > 0).OrderByDescending(i => _shares[i]).Take(MostWords);
        foreach (var word in heaviest)
        {
            Add("word", _words.Written(word), _shares[word], null);
        }
    }

    private string? CodebookCategory(int word) =>
        CueWords.CategoryOf(_cues.Stems[word]) is > 0 and var category ? category.ToString(CultureInfo.InvariantCulture) : null;

    private void Add(string code, ReadOnlySpan<char> written, double weight, string? detail) =>
        _found.Add(new Reason(Tag.ActionScheme, (_category + 1).ToString(CultureInfo.InvariantCulture), code, written.ToString(), weight, detail));
}
