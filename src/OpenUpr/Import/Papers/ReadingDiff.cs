using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>One thing that a new reading of a paper has otherwise.</summary>
/// <param name="What">"paper", "text", "states", "position", "answer", "passage", "submitter", "fact" or "doubt".</param>
/// <param name="Number">Paragraph and part; null where there is none.</param>
/// <param name="Before">Null for what is new.</param>
/// <param name="After">Null for what is gone.</param>
public sealed record ReadingChange(string What, string? Number, string? Before, string? After);

/// <summary>Compares two readings of one paper, place by place.</summary>
internal static class ReadingDiff
{
    public static IReadOnlyList<ReadingChange> Compare(StoredReading before, IReadOnlyList<ReadPassage> passagesBefore, StoredReading after, IReadOnlyList<ReadPassage> passagesAfter)
    {
        var changes = new List<ReadingChange>();
        Compare(changes, "paper", [(null, Describe(before.Identity))], [(null, Describe(after.Identity))]);
        Compare(changes, "text", before.Texts.Select(t => (PlaceOf(t), (string?)t.Text)), after.Texts.Select(t => (PlaceOf(t), (string?)t.Text)));
        Compare(changes, "states", before.Texts.Select(t => (PlaceOf(t), States(t))), after.Texts.Select(t => (PlaceOf(t), States(t))));
        Compare(changes, "position", before.Texts.Select(t => (PlaceOf(t), Describe(t.Position))), after.Texts.Select(t => (PlaceOf(t), Describe(t.Position))));
        Compare(changes, "themes", before.Texts.Select(t => (PlaceOf(t), Labels(t))), after.Texts.Select(t => (PlaceOf(t), Labels(t))));
        Compare(changes, "answer", before.Answers.Select(a => (PlaceOf(a.Paragraph, a.Part), Describe(a.Position))), after.Answers.Select(a => (PlaceOf(a.Paragraph, a.Part), Describe(a.Position))));
        Compare(changes, "passage", passagesBefore.Select(p => (p.Number, (string?)p.Text)), passagesAfter.Select(p => (p.Number, (string?)p.Text)));
        Compare(changes, "fact", before.Facts.Select(f => ((string?)f.Kind, (string?)f.Value)), after.Facts.Select(f => ((string?)f.Kind, (string?)f.Value)));
        Compare(changes, "doubt", before.Doubts.Select(d => (PlaceOf(d.Paragraph, d.Part), (string?)$"{d.Code}: {d.Excerpt}")), after.Doubts.Select(d => (PlaceOf(d.Paragraph, d.Part), (string?)$"{d.Code}: {d.Excerpt}")));
        return changes;
    }

    /// <summary>What stands in the same place in both is compared, the first with the first; what is the same in both is left out wherever it stands.</summary>
    private static void Compare(List<ReadingChange> changes, string what, IEnumerable<(string? Place, string? Value)> before, IEnumerable<(string? Place, string? Value)> after)
    {
        var old = before.Where(b => b.Value is not null).ToList();
        var now = after.Where(a => a.Value is not null).ToList();
        var same = now.GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
        var left = old.Where(o => !Take(o)).GroupBy(o => o.Place ?? "").ToDictionary(g => g.Key, g => new Queue<string?>(g.Select(o => o.Value)));
        var kept = old.GroupBy(o => o).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (place, value) in now)
        {
            if (kept.TryGetValue((place, value), out var count) && count > 0)
            {
                kept[(place, value)] = count - 1;
                continue;
            }

            changes.Add(new ReadingChange(what, place, left.TryGetValue(place ?? "", out var gone) && gone.TryDequeue(out var old1) ? old1 : null, value));
        }

        changes.AddRange(left.SelectMany(l => l.Value.Select(v => new ReadingChange(what, l.Key.Length == 0 ? null : l.Key, v, null))));

        bool Take((string?, string?) item)
        {
            if (!same.TryGetValue(item, out var count) || count == 0)
            {
                return false;
            }

            same[item] = count - 1;
            return true;
        }
    }

    private static string? PlaceOf(string? paragraph, string? part) => part is null ? paragraph : $"{paragraph} ({part})";

    private static string? PlaceOf(ReadText text) => PlaceOf(text.Paragraph, text.Part);

    private static string? States(ReadText text) => text.States.Count == 0 ? null : string.Join(' ', text.States);

    private static string? Labels(ReadText text) => text.Themes.Count + text.Sdgs.Count + text.Persons.Count == 0
        ? null
        : string.Join("; ", text.Themes.Concat(text.Sdgs.Select(g => $"goal {g}")).Concat(text.Persons));

    private static string? Describe(ReadPosition? p) =>
        p is null ? null : $"{Settled.NameOf(p.Value)}{(p.Partial ? " in part" : "")}: {p.Wording}{(p.Reason is null ? "" : $" ({p.Reason})")}";

    private static string Describe(PaperIdentity i) => $"{i.KindName} {i.Symbol} {i.Language} {i.Sur} {i.Session} {i.PublishedOn:yyyy-MM-dd}";
}
