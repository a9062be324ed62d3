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
    /// <summary>The rows of a thematic list in the order of the paper; none when the file is another paper.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static IReadOnlyList<TopicRow> ReadList(string path, ReferenceData reference)
    {
        using var file = SourceFile.Open(path);
        var reading = PaperReader.Read(PaperReader.ReadText(file, FileRecogniser.Recognise(file).Form), reference);
        return reading.Identity.Kind == PaperKind.ThematicList ? [.. Of(reading)] : [];
    }

    private static IEnumerable<TopicRow> Of(PaperReading list)
    {
        var name = $"{list.Identity.Sur} {list.Identity.Session}";
        return list.Texts.Where(t => t.Kind == RecommendationKind.Recommendation).Select(t => new TopicRow(
            name,
            t.Text,
            t.Sdgs,
            [.. t.Themes.Select(TopicList.Themes.SlugOf).Distinct()],
            [.. t.Persons.Select(TopicList.Persons.SlugOf).Distinct()]));
    }
}
