using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Lists;
using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Sources.Papers.Lists;

/// <summary>Two real lists against a plain reading of the cells of their tables, which shares no code with the reader.</summary>
public sealed partial class SloveniaListTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly ReferenceData Reference = ReferenceData.Load(World.UnitedNations);

    [Theory]
    [InlineData("cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx", 215, 182, 33, 219, 223)]
    [InlineData("cycle4/upr48-slovenia-thematic-list-of-recommendatio.docx", 254, 217, 37, 254, 262)]
    public void Paragraphs_positions_texts_and_pairs_are_counted(string name, int paragraphs, int supported, int noted, int texts, int pairs)
    {
        var reading = Read(name);
        var positions = reading.Texts.GroupBy(t => t.Paragraph).ToDictionary(g => g.Key, g => g.Select(t => t.Position!.Value).Distinct().Single());
        Assert.Equal((paragraphs, supported, noted), (positions.Count, positions.Values.Count(p => p == Position.Supported), positions.Values.Count(p => p == Position.Noted)));
        Assert.Equal((texts, pairs), (reading.Texts.Count, reading.Texts.Sum(t => t.States.Count)));
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx", 2)]
    [InlineData("cycle4/upr48-slovenia-thematic-list-of-recommendatio.docx", 3)]
    public void Every_row_is_as_printed(string name, int goals)
    {
        var byParagraph = Read(name).Texts.ToLookup(t => t.Paragraph);
        var rows = Rows(name).Where(r => r.Length == 4 && Number().IsMatch(r[0][0])).ToList();
        Assert.Equal(byParagraph.Count, rows.Count);
        foreach (var row in rows)
        {
            var number = Number().Match(row[0][0]).Value;
            var texts = byParagraph[number].ToList();
            Assert.NotEmpty(texts);
            var themes = row[2].TakeWhile(l => l.StartsWith('-')).Select(l => l[1..].Trim());
            var persons = row[2].SkipWhile(l => !l.Contains("ersons:", StringComparison.Ordinal)).Skip(1).Select(l => l[1..].Trim());
            // A few rows print a goal twice.
            var sdgs = row[goals].Select(l => Goal().Match(l)).Where(m => m.Success).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct();
            foreach (var text in texts)
            {
                Assert.Equal(themes, text.Themes);
                Assert.Equal(persons, text.Persons);
                Assert.Equal(sdgs, text.Sdgs);
                Assert.Equal(row[1][0], text.Position!.Wording);
            }

            // Put together again, texts and States are the row.
            Assert.Equal(Letters(row[0][0]), Letters(number + string.Concat(texts.Select(t => t.Text + t.StatesAsPrinted))));
        }
    }

    private static PaperReading Read(string name)
    {
        var text = DocxBuilder.Read(File.ReadAllBytes(Slovenia.File(name)));
        return ThematicListReader.Read(text, new PaperIdentity(PaperKind.ThematicList, null, "en", "SVN", null, null, []), Reference);
    }

    /// <summary>Rows, cells, paragraphs.</summary>
    private static IEnumerable<string[][]> Rows(string name)
    {
        using var zip = ZipFile.OpenRead(Slovenia.File(name));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return [.. XDocument.Load(part).Descendants(W + "tr").Select(row => row.Elements(W + "tc").Select(c => c.Elements(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value))).ToArray()).ToArray())];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^\d+\.\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^- (\d+) - [A-Z]")]
    private static partial Regex Goal();
}
