using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>
/// Lays OHCHR's list over the report by paragraph: its themes, goals and groups of persons become tags, its positions part of the history, and where it
/// disagrees a doubt is raised. Without a report the list's texts are the review's.
/// </summary>
internal sealed class ListMerge(PaperMerge merge, StoredPaper list, bool hasReport, Settled settled)
{
    public void Run()
    {
        var listed = list.Reading.Texts.GroupBy(t => PaperMerge.NumberOf(t.Paragraph)).ToList();
        var inReport = merge.Entries.GroupBy(e => e.Paragraph).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var paragraph in listed)
        {
            // A list names a recommendation under each of its themes.
            var rows = paragraph.GroupBy(t => (t.Part, RecommendationIdentity.Normalise(t.Text))).Select(g => g.First()).ToList();
            if (inReport.Remove(paragraph.Key, out var entries))
            {
                Compare(entries, rows);
            }
            else
            {
                entries = rows.ConvertAll(r => merge.Add(list, r));
                if (hasReport)
                {
                    merge.Raise(Doubt(DoubtCodes.ListTextDiffers, entries[0]) with { Found = Join(rows) });
                }
            }

            Tag(entries, [.. paragraph]);
            AddPositions(entries, rows);
        }

        foreach (var entry in inReport.Values.SelectMany(e => e).Where(e => hasReport && e.Kind == RecommendationKind.Recommendation))
        {
            merge.Raise(Doubt(DoubtCodes.ListTextDiffers, entry) with { Stored = entry.Text, Page = entry.Page });
        }
    }

    private void Compare(List<PaperEntry> entries, List<ReadText> rows)
    {
        if (entries.Count == rows.Count)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                CompareOne(entries[i], rows[i]);
            }

            return;
        }

        // The list divides the paragraph otherwise: compared as a whole, nothing to be taken over.
        foreach (var row in rows)
        {
            entries[0].Wordings.Add(WordingOf(row));
        }

        if (!WordBag.Same(string.Concat(entries.Select(e => e.Text)), Join(rows)))
        {
            merge.Raise(Doubt(DoubtCodes.ListTextDiffers, entries[0]) with { Found = Join(rows), Stored = string.Join(" ", entries.Select(e => e.Text)) });
        }

        var (found, stored) = (StateList(rows.SelectMany(r => r.States)), StateList(entries.SelectMany(e => e.States)));
        if (found.Length > 0 && found != stored)
        {
            merge.Raise(Doubt(DoubtCodes.ListStateDiffers, entries[0]) with { Found = found, Stored = stored });
        }
    }

    private void CompareOne(PaperEntry entry, ReadText row)
    {
        entry.Wordings.Add(WordingOf(row));
        if (!WordBag.Same(entry.Text, row.Text))
        {
            merge.Raise(Doubt(DoubtCodes.ListTextDiffers, entry) with { Found = row.Text, Stored = entry.Text, Page = entry.Page });
            entry.Text = settled.TextOf(DoubtCodes.ListTextDiffers, entry.Subject, row.Text) ?? entry.Text;
        }

        var (found, stored) = (StateList(row.States), StateList(entry.States));
        if (found.Length > 0 && found != stored)
        {
            merge.Raise(Doubt(DoubtCodes.ListStateDiffers, entry) with { Found = found, Stored = stored, Excerpt = row.StatesAsPrinted, Page = entry.Page });
            entry.States = settled.TextOf(DoubtCodes.ListStateDiffers, entry.Subject, found)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? entry.States;
        }
    }

    private void AddPositions(List<PaperEntry> entries, List<ReadText> rows)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var row = rows[entries.Count == rows.Count ? i : 0];
            if (row.Position is not { } read)
            {
                continue;
            }

            var entry = entries[i];
            var papers = PositionHistory.FinalOf([.. entry.Positions.Where(p => p.Rank is PositionRank.Report or PositionRank.Addendum)]);
            entry.Positions.Add(new PaperPosition(list, read, SymbolIn(read.Source) ?? list.Symbol, list.PublishedOn, row.Page, PositionRank.List));
            if (papers is { Read.Value: not Position.Pending } && papers.Read.Value != read.Value)
            {
                merge.Raise(Doubt(DoubtCodes.ListPositionDiffers, entry) with
                {
                    Excerpt = read.Wording, Found = Settled.NameOf(read.Value), Stored = Settled.NameOf(papers.Read.Value), Page = row.Page,
                });
            }
        }
    }

    private static void Tag(List<PaperEntry> entries, List<ReadText> rows)
    {
        foreach (var entry in entries)
        {
            entry.Tags.UnionWith(rows.SelectMany(r => r.Themes).Select(t => (Storage.Tag.ThemeScheme, t)));
            entry.Tags.UnionWith(rows.SelectMany(r => r.Persons).Select(p => (Storage.Tag.PersonsScheme, p)));
            entry.Tags.UnionWith(rows.SelectMany(r => r.Sdgs).Select(g => (Storage.Tag.SdgScheme, g.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private RaisedDoubt Doubt(string code, PaperEntry entry) => new(code, entry.Subject, list.DocumentId) { Number = entry.Paragraph, Entry = entry };

    private PaperWording WordingOf(ReadText row) => new(list, row.Text, row.StatesAsPrinted, row.Paragraph, row.Page);

    private static string Join(IEnumerable<ReadText> rows) => string.Join(" ", rows.Select(r => r.Text));

    private static string StateList(IEnumerable<string> states) => string.Join(' ', states.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>"A/HRC/59/15/Add.1" of "A/HRC/59/15/Add.1 - Para.3".</summary>
    private static string? SymbolIn(string? source)
    {
        var first = source?.Trim().Split([' ', ',', ';'], 2)[0];
        return first is not null && first.Contains('/', StringComparison.Ordinal) ? first : null;
    }
}
