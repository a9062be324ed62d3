using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>A recommendation as OHCHR labelled it in a thematic list, to learn from.</summary>
/// <param name="List">Which list, such as "SVN 48": lists are tested on each other.</param>
/// <param name="Sdgs">Goals, 1 to 17.</param>
/// <param name="Themes">Slugs of <see cref="TopicList.Themes"/>.</param>
/// <param name="Persons">Slugs of <see cref="TopicList.Persons"/>.</param>
public sealed record TopicRow(string List, string Text, IReadOnlyList<int> Sdgs, IReadOnlyList<string> Themes, IReadOnlyList<string> Persons)
{
    /// <summary>The rows of every thematic list among some documents, each list once; other papers, and files that cannot be read, are passed over.</summary>
    public static IReadOnlyList<TopicRow> ReadLists(IReadOnlyList<string> documents, CancellationToken cancel = default)
    {
        if (documents.Count == 0)
        {
            return [];
        }

        var reference = ReferenceData.Load(World.UnitedNations);
        var rows = new List<TopicRow>();
        foreach (var document in documents)
        {
            cancel.ThrowIfCancellationRequested();
            var list = ReadList(document, reference);
            if (list.Count > 0 && !rows.Exists(r => r.List == list[0].List))
            {
                rows.AddRange(list);
            }
        }

        return rows;
    }

    private static List<TopicRow> ReadList(string path, ReferenceData reference)
    {
        try
        {
            using var file = SourceFile.Open(path);
            var reading = PaperReader.Read(PaperReader.ReadText(file, FileRecogniser.Recognise(file).Form), reference);
            return reading.Identity.Kind == PaperKind.ThematicList ? Of(reading, file.Name) : [];
        }
        catch (SourceException)
        {
            return [];
        }
    }

    private static List<TopicRow> Of(PaperReading list, string file)
    {
        var name = list.Identity is { Sur: { } state, Session: { } session } ? $"{state} {session}" : file;
        return [.. list.Texts.Where(t => t.Kind == RecommendationKind.Recommendation).Select(t => new TopicRow(
            name,
            t.Text,
            t.Sdgs,
            [.. t.Themes.Select(TopicList.Themes.SlugOf).Distinct()],
            [.. t.Persons.Select(TopicList.Persons.SlugOf).Distinct()]))];
    }
}
