using System.Numerics;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>A feature of a text, with what gave it.</summary>
/// <param name="From">The first word, or for a feature of mentions the number of the mention; -1 for a count.</param>
/// <param name="To">Number of words, or the other mention; -1 where there is none.</param>
internal readonly record struct IssueFeature(ulong Hash, int From, int To);

/// <summary>
/// Turns the words of a text into features: words and pairs of them, as written and as stems; cues of the codebook, instruments and bodies, each
/// alone, with each other, and with the number of groups and violations, by which the codebook merges. One instance serves many texts, not several threads.
/// </summary>
internal sealed class IssueFeatures(IssueCueTable cues, WordStems stems)
{
    private const int MaxWords = 4000;
    private const ulong Stem = 7, Groups = 1003, Violations = 1004, Both = 1005, Length = 1006, WithGroups = 1007, WithViolations = 1008, Entities = 1009;

    private readonly Gathered<IssueFeature> _words = new();
    private readonly Gathered<IssueFeature> _cues = new();
    private readonly IssueMentions _mentions = new(cues);
    private ulong[] _stems = new ulong[64];

    /// <summary>Features of words; one may come more than once.</summary>
    public Gathered<IssueFeature> Words => _words;

    /// <summary>Features of mentions and counts; one may come more than once.</summary>
    public Gathered<IssueFeature> Cues => _cues;

    /// <summary>What the text names.</summary>
    public IssueMentions Mentions => _mentions;

    /// <summary>Reads a text; what was read before is forgotten.</summary>
    public void Read(TextWords words)
    {
        _words.Clear();
        _cues.Clear();
        ReadWords(words.Hashes[..Math.Min(words.Count, MaxWords)]);
        _mentions.Read(words, _stems.AsSpan(0, Math.Min(words.Count, MaxWords)));
        AddCounts(words.Count);
        for (var i = 0; i < _mentions.All.Count; i++)
        {
            AddMention(i);
        }
    }

    private void ReadWords(ReadOnlySpan<ulong> hashes)
    {
        if (_stems.Length < hashes.Length)
        {
            _stems = new ulong[hashes.Length * 2];
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            _stems[i] = stems.Of(hashes[i]);
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            var stem = TextWords.Combine(_stems[i], Stem);
            _words.Add(new IssueFeature(hashes[i], i, 1));
            _words.Add(new IssueFeature(stem, i, 1));
            if (i + 1 < hashes.Length)
            {
                _words.Add(new IssueFeature(TextWords.Combine(hashes[i], hashes[i + 1]), i, 2));
                _words.Add(new IssueFeature(TextWords.Combine(stem, _stems[i + 1]), i, 2));
            }
        }
    }

    private void AddCounts(int words)
    {
        var (groups, violations) = ((ulong)Math.Min(_mentions.Groups, 3), (ulong)Math.Min(_mentions.Violations, 4));
        AddCount(Groups, groups);
        AddCount(Violations, violations);
        AddCount(Both, (groups * 10) + violations);
        AddCount(Entities, (ulong)Math.Min(_mentions.Entities, 5));
        AddCount(Length, (ulong)BitOperations.Log2((uint)words + 1));
    }

    private void AddMention(int number)
    {
        var all = _mentions.All;
        var hash = all[number].Hash;
        Add(hash, number);
        foreach (var issue in _mentions.IssueHashesOf(all[number]))
        {
            Add(issue, number);
        }

        if (_mentions.KindOf(all[number]) is IssueCueKind.Group or IssueCueKind.Violation)
        {
            Add(TextWords.Combine(TextWords.Combine(hash, WithGroups), (ulong)Math.Min(_mentions.Groups, 3)), number);
            Add(TextWords.Combine(TextWords.Combine(hash, WithViolations), (ulong)Math.Min(_mentions.Violations, 4)), number);
        }

        for (var other = number + 1; other < all.Count; other++)
        {
            Add(TextWords.Combine(hash, all[other].Hash), number, other);
        }
    }

    private void AddCount(ulong kind, ulong count) => _cues.Add(new IssueFeature(TextWords.Combine(kind, count), -1, -1));

    private void Add(ulong hash, int mention, int other = -1) => _cues.Add(new IssueFeature(hash, mention, other));
}
