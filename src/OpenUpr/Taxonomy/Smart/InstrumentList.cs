using System.Collections.Frozen;
using System.Globalization;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>An instrument of a list, as it is to be named when it stands alone.</summary>
internal readonly record struct ListedInstrument(int First, int End, string Name);

/// <summary>Binding instruments that an action names one after the other: "CAT, OP-CAT and the CRPD".</summary>
internal sealed record InstrumentList(int First, int End, IReadOnlyList<ListedInstrument> Items)
{
    private const int ShortProtocol = 4;

    private static readonly FrozenSet<ulong> _between = new[] { "and", "the", "to", "as", "well", "also", "both", "its", "their", "or", "of", "thereto", "no", "nos", "s" }.Select(w => TextWords.Hash(w)).ToFrozenSet();
    private static readonly ulong _the = TextWords.Hash("the");

    /// <summary>The lists of an action; one of a single instrument is none.</summary>
    public static IEnumerable<InstrumentList> In(Draft draft, Clause clause)
    {
        var mentions = draft.Mentions
            .Where(m => m.FirstWord >= clause.Object && m.FirstWord + m.Words <= clause.End && Draft.EntityOf(m) is { Kind: EntityKind.Instrument, Binding: true, IsGeneric: false })
            .ToList();
        for (var i = 0; i < mentions.Count;)
        {
            var last = i;
            while (last + 1 < mentions.Count && Follows(draft, mentions[last], mentions[last + 1]))
            {
                last++;
            }

            var run = mentions[i..(last + 1)];
            if (run.Select(m => m.Entity).Distinct().Count() > 1)
            {
                yield return Of(draft, run);
            }

            i = last + 1;
        }
    }

    private static InstrumentList Of(Draft draft, List<EntityMention> run)
    {
        var items = new List<ListedInstrument>();
        foreach (var (i, mention) in run.Index().Where(m => run.FindIndex(o => o.Entity == m.Item.Entity) == m.Index))
        {
            // "Convention against Torture (CAT)": the abbreviation belongs to the name.
            var last = i + 1 < run.Count && run[i + 1].Entity == mention.Entity && run[i + 1].FirstWord == mention.FirstWord + mention.Words ? run[i + 1] : mention;
            var end = last.FirstWord + last.Words;
            items.Add(new ListedInstrument(mention.FirstWord, end, Name(draft, mention, end, run.Any(m => m.FirstWord == mention.FirstWord && m.Entity != mention.Entity))));
        }

        return new InstrumentList(run[0].FirstWord, run.Max(m => m.FirstWord + m.Words), items);
    }

    private static string Name(Draft draft, EntityMention mention, int end, bool shared)
    {
        var entity = Draft.EntityOf(mention);
        var written = draft.Written(mention.FirstWord, end);
        if (entity.Parent == "ilo-conventions" && (shared || !written.Contains("onvention", StringComparison.Ordinal)))
        {
            return string.Create(CultureInfo.InvariantCulture, $"ILO Convention No. {entity.Number}");
        }

        var stands = entity.Names.Contains(written, StringComparer.OrdinalIgnoreCase);
        var isPart = entity is { Number: not null, Parent: not "ilo-conventions" } && !stands && (mention.Words <= ShortProtocol || shared)
            && !(written.StartsWith("OP", StringComparison.Ordinal) && !shared);
        if (isPart)
        {
            return $"the {entity.Name}";
        }

        // "ILO Conventions 169" of a list is one convention when it stands alone.
        written = written.Replace("Conventions No", "Convention No", StringComparison.Ordinal).Replace("Conventions 1", "Convention 1", StringComparison.Ordinal).Replace("Protocols to", "Protocol to", StringComparison.Ordinal);
        var article = (mention.FirstWord > 0 && draft.Words.Hashes[mention.FirstWord - 1] == _the) || (written.Contains(' ', StringComparison.Ordinal) && !written.StartsWith("ILO", StringComparison.Ordinal) && !written.StartsWith("OP", StringComparison.Ordinal));
        return article ? $"the {written}" : written;
    }

    private static bool Follows(Draft draft, EntityMention before, EntityMention after)
    {
        for (var i = before.FirstWord + before.Words; i < after.FirstWord; i++)
        {
            if (!_between.Contains(draft.Words.Hashes[i]))
            {
                return false;
            }
        }

        return draft.Words.Marks[after.FirstWord] is not (';' or ':');
    }
}
