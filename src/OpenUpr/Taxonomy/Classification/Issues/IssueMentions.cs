using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>What a text names that speaks of issues: each cue and each entity once, where it is first named. One instance serves many texts, not several threads.</summary>
internal sealed class IssueMentions(IssueCueTable cues)
{
    // Pairs of mentions are features: the square of this bounds the work on a text of any length.
    private const int Most = 40;

    private static readonly ulong[] s_entities = IssueCueTable.HashesOf("entity ", EntityList.Current.All.Select(e => e.Slug));
    private static readonly ulong[][] s_entityIssues = [.. EntityList.Current.All.Select(e => IssueCueTable.HashesOf(e.Issues))];

    private readonly Gathered<IssueMention> _all = new();
    private readonly Gathered<IssueCueMention> _found = new();
    private readonly List<EntityMention> _named = [];
    private readonly EntityFinder _finder = new();

    /// <summary>Cues in the order of the table, then entities in the order of their list.</summary>
    public Gathered<IssueMention> All => _all;

    /// <summary>Number of groups of persons that the text speaks of.</summary>
    public int Groups { get; private set; }

    /// <summary>Number of rights or violations that it speaks of.</summary>
    public int Violations { get; private set; }

    /// <summary>Number of instruments and bodies that it names.</summary>
    public int Entities { get; private set; }

    /// <param name="stems">The stems of the words, by hash.</param>
    public void Read(TextWords words, ReadOnlySpan<ulong> stems)
    {
        _all.Clear();
        _found.Clear();
        (Groups, Violations, Entities) = (0, 0, 0);
        cues.Find(stems, _found);
        AddCues();
        _finder.Find(words, _named);
        AddEntities();
    }

    /// <summary>Slugs of the issues that the codebook gives to a mention.</summary>
    public IReadOnlyList<string> IssuesOf(IssueMention mention) => mention.Entity < 0 ? cues.All[mention.Cue].Issues : EntityList.Current.All[mention.Entity].Issues;

    /// <summary>The same as names among the features.</summary>
    public ReadOnlySpan<ulong> IssueHashesOf(IssueMention mention) => mention.Entity < 0 ? cues.IssueHashes[mention.Cue] : s_entityIssues[mention.Entity];

    public IssueCueKind KindOf(IssueMention mention) => mention.Entity >= 0 ? IssueCueKind.Instrument : cues.All[mention.Cue].Kind;

    private void AddCues()
    {
        _found.Sort(static (a, b) => a.Cue != b.Cue ? a.Cue - b.Cue : a.FirstWord != b.FirstWord ? a.FirstWord - b.FirstWord : b.Words - a.Words);
        for (var i = 0; i < _found.Count && _all.Count < Most; i++)
        {
            var mention = _found[i];
            if (i == 0 || _found[i - 1].Cue != mention.Cue)
            {
                _all.Add(new IssueMention(mention.Cue, -1, cues.Hashes[mention.Cue], mention.FirstWord, mention.Words));
                Groups += cues.All[mention.Cue].Kind == IssueCueKind.Group ? 1 : 0;
                Violations += cues.All[mention.Cue].Kind == IssueCueKind.Violation ? 1 : 0;
            }
        }
    }

    private void AddEntities()
    {
        _named.Sort(static (a, b) => a.Entity != b.Entity ? a.Entity - b.Entity : a.FirstWord - b.FirstWord);
        foreach (var mention in _named)
        {
            if (_all.Count < Most && (_all.Count == 0 || _all[_all.Count - 1].Entity != mention.Entity))
            {
                _all.Add(new IssueMention(-1, mention.Entity, s_entities[mention.Entity], mention.FirstWord, mention.Words));
                Entities++;
            }
        }
    }
}
