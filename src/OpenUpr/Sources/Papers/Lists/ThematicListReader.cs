using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>
/// Reads OHCHR's thematic lists ("matrices") of cycles 2 to 4: a table with one row for each recommendation under each theme. A recommendation
/// that stands under several themes becomes one text with all of them.
/// </summary>
internal static class ThematicListReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var joiner = new LineJoiner(text.Body);
        var collected = new ListCollection();
        var passages = new List<ReadPassage>();
        foreach (var row in ListTable.Read(text))
        {
            var entry = ListEntry.Read(row, joiner, reference, identity.Language);
            collected.Add(entry);
            passages.Add(new ReadPassage(entry.Number?.Paragraph, row.Theme, row.Page, entry.Text)
            {
                States = [.. entry.Texts.SelectMany(t => t.States).Distinct()],
            });
        }

        if (passages.Count == 0)
        {
            collected.Doubts.Add(new ReadDoubt("table-unread", null, null, null, text.Body.FirstOrDefault()?.Text ?? "", null));
        }

        return new PaperReading(identity, text) { Texts = collected.Texts, Passages = passages, Doubts = collected.Doubts };
    }
}
