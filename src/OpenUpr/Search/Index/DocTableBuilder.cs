using OpenUpr.Search.Text;

namespace OpenUpr.Search.Index;

/// <summary>Collects rows into a <see cref="DocTable"/>. Rows of one text must come together.</summary>
internal sealed class DocTableBuilder
{
    private readonly List<long> _ids = [];
    private readonly List<int> _textOf = [];
    private readonly List<int> _reviewOf = [];
    private readonly List<int> _rsOf = [];
    private readonly List<byte> _traitsOf = [];
    private readonly List<int> _issueSetOf = [];
    private readonly List<int> _sdgSetOf = [];
    private readonly List<int> _themeSetOf = [];
    private readonly List<int> _personSetOf = [];
    private readonly List<byte> _byMachine = [];
    private readonly List<long> _textIds = [];
    private readonly List<int> _paragraphOf = [];
    private readonly List<int> _instrumentSetOf = [];
    private readonly List<int> _tokenStart = [];
    private readonly List<int> _tokens = [];
    private readonly NumberedSet<long> _paragraphs = new();
    private readonly NumberedSet<(string Sur, int Session)> _reviews = new();
    private readonly NumberedSet<string> _rs = new();
    private readonly NumberedSet<string> _issueSets = new();
    private readonly NumberedSet<string> _sdgSets = new();
    private readonly NumberedSet<string> _themeSets = new();
    private readonly NumberedSet<string> _personSets = new();
    private readonly NumberedSet<string> _instrumentSets = new();
    private readonly NamedInstruments _instruments = new();
    private readonly Vocabulary _vocabulary;
    private int _lastReview = -1;

    public DocTableBuilder() => _vocabulary = new Vocabulary();

    /// <summary>Begins with an older table's words, so that its texts can be taken over by <see cref="Copy"/>.</summary>
    public DocTableBuilder(DocTable words) => _vocabulary = new Vocabulary(words);

    public void Add(IndexRow row)
    {
        if (_textIds.Count == 0 || _textIds[^1] != row.TextId)
        {
            BeginText(row.TextId, row.ParagraphId, SlugSet(_instruments.Of(row.Text)));
            _vocabulary.Tokenise(row.Text, _tokens);
        }

        AddPair(row.Id, row.Sur, row.Session, row.Rs, Traits.Pack(row.Kind, row.Position, row.Action), new PairSets(SlugSet(row.Issues), SdgSet(row.Sdgs), SlugSet(row.Themes), SlugSet(row.Persons), row.ByMachine));
    }

    /// <summary>Takes over pairs (first to end, exclusive) of one text from the table whose words this builder began with.</summary>
    public void Copy(DocTable from, int first, int end)
    {
        var text = from.TextOf[first];
        if (_textIds.Count == 0 || _textIds[^1] != from.TextIds[text])
        {
            BeginText(from.TextIds[text], from.ParagraphOf[text] is var p and >= 0 ? from.ParagraphIds[p] : null, from.InstrumentSets[from.InstrumentSetOf[text]]);
            _tokens.AddRange(from.TokensOfText(text));
        }

        for (var doc = first; doc < end; doc++)
        {
            var review = from.ReviewOf[doc];
            var sets = new PairSets(
                from.IssueSets[from.IssueSetOf[doc]], from.SdgSets[from.SdgSetOf[doc]], from.ThemeSets[from.ThemeSetOf[doc]], from.PersonSets[from.PersonSetOf[doc]], (MachineLabels)from.ByMachine[doc]);
            AddPair(from.Ids[doc], from.ReviewSur[review], from.ReviewSession[review], from.RsCodes[from.RsOf[doc]], from.TraitsOf[doc], sets);
        }
    }

    public DocTable Build()
    {
        _tokenStart.Add(_tokens.Count);
        return new DocTable
        {
            Ids = [.. _ids],
            TextOf = [.. _textOf],
            ReviewOf = [.. _reviewOf],
            RsOf = [.. _rsOf],
            TraitsOf = [.. _traitsOf],
            IssueSetOf = [.. _issueSetOf],
            SdgSetOf = [.. _sdgSetOf],
            ThemeSetOf = [.. _themeSetOf],
            PersonSetOf = [.. _personSetOf],
            ByMachine = [.. _byMachine],
            TextIds = [.. _textIds],
            ParagraphOf = [.. _paragraphOf],
            InstrumentSetOf = [.. _instrumentSetOf],
            TokenStart = [.. _tokenStart],
            Tokens = [.. _tokens],
            ParagraphIds = [.. _paragraphs.Items],
            ReviewSur = [.. _reviews.Items.Select(r => r.Sur)],
            ReviewSession = [.. _reviews.Items.Select(r => r.Session)],
            RsCodes = [.. _rs.Items],
            IssueSets = [.. _issueSets.Items],
            SdgSets = [.. _sdgSets.Items],
            ThemeSets = [.. _themeSets.Items],
            PersonSets = [.. _personSets.Items],
            InstrumentSets = [.. _instrumentSets.Items],
            Stems = [.. _vocabulary.Stems],
            Words = [.. _vocabulary.Words],
            WordStem = [.. _vocabulary.WordStem],
            WordCount = [.. _vocabulary.WordCount],
        };
    }

    private void BeginText(long id, long? paragraph, string instruments)
    {
        _instrumentSetOf.Add(_instrumentSets.Number(instruments));
        _textIds.Add(id);
        _paragraphOf.Add(paragraph is { } p ? _paragraphs.Number(p) : -1);
        _tokenStart.Add(_tokens.Count);
    }

    /// <summary>Rows mostly come review by review: the last one is tried before it is looked up.</summary>
    private int ReviewNumber(string sur, int session)
    {
        if (_lastReview < 0 || _reviews.Items[_lastReview] != (sur, session))
        {
            _lastReview = _reviews.Number((sur, session));
        }

        return _lastReview;
    }

    private static string SlugSet(IReadOnlyList<string> slugs)
    {
        if (slugs.Count < 2)
        {
            return slugs.Count == 0 ? "" : slugs[0];
        }

        string[] sorted = [.. slugs];
        Array.Sort(sorted, StringComparer.Ordinal);
        return string.Join(',', sorted.Distinct());
    }

    private void AddPair(long id, string sur, int session, string rs, byte traits, PairSets sets)
    {
        _ids.Add(id);
        _textOf.Add(_textIds.Count - 1);
        _reviewOf.Add(ReviewNumber(sur, session));
        _rsOf.Add(_rs.Number(rs));
        _traitsOf.Add(traits);
        _issueSetOf.Add(_issueSets.Number(sets.Issues));
        _sdgSetOf.Add(_sdgSets.Number(sets.Sdgs));
        _themeSetOf.Add(_themeSets.Number(sets.Themes));
        _personSetOf.Add(_personSets.Number(sets.Persons));
        _byMachine.Add((byte)sets.ByMachine);
    }

    private static string SdgSet(IReadOnlyList<int> goals) => goals.Count == 0 ? "" : string.Join(',', goals);

    /// <summary>The labels of a pair of which it may have several.</summary>
    private readonly record struct PairSets(string Issues, string Sdgs, string Themes, string Persons, MachineLabels ByMachine);
}
