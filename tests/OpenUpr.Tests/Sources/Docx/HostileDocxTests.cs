using System.Diagnostics;
using System.IO.Compression;
using OpenUpr.Sources;
using OpenUpr.Sources.Docx;

namespace OpenUpr.Tests.Sources.Docx;

/// <summary>Whatever a Word document holds, reading gives its text or an error that says what to do, in bounded time and memory.</summary>
public sealed class HostileDocxTests
{
    private const string Open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private const string Close = "</w:body></w:document>";
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(20);

    private static readonly (string What, Func<byte[]> File, string Says)[] Refused =
    [
        ("nothing", () => [], "damaged"),
        ("one byte", () => [80], "damaged"),
        ("no archive", () => "This is no archive at all, whatever its name says."u8.ToArray(), "damaged"),
        ("an archive cut off", () => Good()[..^40], "damaged"),
        ("the first half of an archive", () => Good()[..(Good().Length / 2)], "damaged"),
        ("an empty archive", () => DocxBuilder.Zip([]), "no Word document"),
        ("an archive of something else", () => DocxBuilder.Zip([new("a.txt", "text")]), "no Word document"),
        ("a compound file, which is what a password makes of it", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "password"),
        ("no text part", () => With("word/document.xml", null), "no Word document"),
        ("an empty text part", () => With("word/document.xml", ""), "damaged"),
        ("no XML", () => With("word/document.xml", "text"), "damaged"),
        ("XML cut off", () => With("word/document.xml", Open + "<w:p><w:r><w:t>text"), "damaged"),
        ("tags crossed", () => With("word/document.xml", Open + "<w:p><w:r></w:p></w:r>" + Close), "damaged"),
        ("a document type", () => With("word/document.xml", "<!DOCTYPE w [<!ENTITY a \"b\">]>" + Open + "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>" + Close), "DTD"),
        ("entities that multiply", () => With("word/document.xml", "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + Open + "&c;" + Close), "DTD"),
        ("an entity that reads a file", () => With("word/document.xml", "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Open + "&a;" + Close), "DTD"),
        ("an unknown entity", () => With("word/document.xml", Open + "&nbsp;" + Close), "damaged"),
        ("a document type in the styles", () => With("word/styles.xml", "<!DOCTYPE w []><w:styles xmlns:w=\"x\"/>"), "DTD"),
        ("broken numbering", () => With("word/numbering.xml", "<w:numbering"), "damaged"),
        ("broken references", () => With("word/_rels/document.xml.rels", "<Relationships><Relationship"), "damaged"),
        ("a forbidden character", () => With("word/document.xml", Open + "<w:p><w:r><w:t>a&#0;b</w:t></w:r></w:p>" + Close), "damaged"),
        ("nesting without end", () => With("word/document.xml", Open + string.Concat(Enumerable.Repeat("<w:sdt>", 100_000))), "nested"),
        ("tables in tables", () => With("word/document.xml", Open + string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5_000))), "nested"),
        ("text boxes in text boxes", () => With("word/document.xml", Open + string.Concat(Enumerable.Repeat("<w:p><w:r><w:txbxContent>", 5_000))), "nested"),
        ("nesting in a part that is passed over", () => With("word/document.xml", Open + "<w:altChunk>" + string.Concat(Enumerable.Repeat("<a>", 100_000))), "nested"),
        ("a bomb of spaces", () => With("word/document.xml", Open + new string(' ', 40_000_000) + Close), "unpacks"),
        ("a bomb in the styles", () => With("word/styles.xml", "<w:styles xmlns:w=\"x\">" + new string(' ', 40_000_000) + "</w:styles>"), "unpacks"),
        ("a bomb in an attribute", () => With("word/document.xml", "<w:document xmlns:w=\"" + new string('x', 40_000_000) + "\"/>"), "unpacks"),
        ("a bomb in the references", () => With("_rels/.rels", "<Relationships>" + new string(' ', 40_000_000)), "unpacks"),
        ("one endless text", () => With("word/document.xml", Open + "<w:p><w:r><w:t>" + new string('a', 7_000_000) + "</w:t></w:r></w:p>" + Close), "letters"),
        ("thousands of parts", () => DocxBuilder.Zip(Enumerable.Range(0, 6_000).Select(i => KeyValuePair.Create($"word/{i}.xml", "")).Concat(new DocxBuilder().Parts())), "parts"),
        ("more bytes than allowed", () => Good(), "64 MB"),
        ("another encoding than it says", () => With("word/document.xml", "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + Open + Close), "damaged"),
        ("an unknown encoding", () => With("word/document.xml", "<?xml version=\"1.0\" encoding=\"klingon\"?>" + Open + Close), "damaged"),
    ];

    private static readonly (string What, Func<byte[]> File, int Lines)[] Read =
    [
        ("no body", () => With("word/document.xml", "<w:document xmlns:w=\"x\"/>"), 0),
        ("no styles and no numbering", () => DocxBuilder.Zip([new("word/document.xml", Open + "<w:p><w:r><w:t>text</w:t></w:r></w:p>" + Close)]), 1),
        ("references outside the archive", () => With("word/_rels/document.xml.rels", "<Relationships><Relationship Id=\"1\" Type=\"x/styles\" Target=\"../../../etc/passwd\"/></Relationships>"), 2),
        ("the same part twice", () => DocxBuilder.Zip([.. new DocxBuilder().Paragraph("a").Parts(), new("word/document.xml", "<broken")]), 1),
        ("impossible numbers", () => With("word/document.xml", Open + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"-3\"/><w:numId w:val=\"1\"/></w:numPr><w:ind w:left=\"1e308\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"x\"/></w:rPr><w:t>a</w:t></w:r></w:p>" + Close), 1),
        ("fields opened without end", () => With("word/document.xml", Open + "<w:p><w:r>" + string.Concat(Enumerable.Repeat("<w:fldChar w:fldCharType=\"begin\"/>", 50_000)) + "</w:r></w:p><w:p/>" + Close), 0),
        ("a span over all columns", () => With("word/document.xml", Open + string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", 3)) + Close), 3),
        ("half a surrogate pair", () => With("word/document.xml", Open + "<w:p><w:r><w:t>\U0001F600</w:t></w:r></w:p>" + Close), 1),
    ];

    public static TheoryData<string> RefusedNames => [.. Refused.Select(c => c.What)];

    public static TheoryData<string> ReadNames => [.. Read.Select(c => c.What)];

    [Theory, MemberData(nameof(RefusedNames))]
    public void Refused_with_a_reason(string what)
    {
        var (_, build, says) = Refused.Single(c => c.What == what);
        var file = build();
        var length = what == "more bytes than allowed" ? DocxPackage.MaxBytes + 1 : file.Length;
        var clock = Stopwatch.StartNew();
        var error = Assert.Throws<SourceException>(() => DocxReader.Read(new MemoryStream(file), length, TestContext.Current.CancellationToken));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < LongestRead, $"{what} took {clock.Elapsed}.");
    }

    [Theory, MemberData(nameof(ReadNames))]
    public void Read_as_far_as_it_makes_sense(string what)
    {
        var (_, build, lines) = Read.Single(c => c.What == what);
        Assert.Equal(lines, DocxBuilder.Read(build()).Lines.Count);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Damaged_bytes_give_text_or_an_error(int seed) => Survives(seed, 250, random => Mutations.Of(Good(), random));

    [Theory, InlineData(11), InlineData(12), InlineData(13), InlineData(14)]
    public void Damaged_markup_gives_text_or_an_error(int seed)
    {
        var parts = Sample().Parts();
        Survives(seed, 250, random =>
        {
            var name = parts.Keys.ElementAt(random.Next(parts.Count));
            return DocxBuilder.Zip(parts.Select(p => p.Key == name ? KeyValuePair.Create(p.Key, Mutations.OfXml(p.Value, random)) : p));
        });
    }

    [Theory]
    [InlineData("cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx", 21)]
    [InlineData("cycle4/upr48-slovenia-thematic-list-of-recommendatio.docx", 22)]
    [InlineData("cycle4/UPR-wg48-Advance-Questions-Slovenia.docx", 23)]
    public void Damaged_real_files_give_text_or_an_error(string name, int seed)
    {
        var original = File.ReadAllBytes(Slovenia.File(name));
        Survives(seed, 60, random => Mutations.Of(original, random));
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => DocxReader.Read(new MemoryStream(Good()), Good().Length, stop.Token));
    }

    private static void Survives(int seed, int cases, Func<Random, byte[]> build)
    {
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < cases; i++)
        {
            var file = build(random);
            var clock = Stopwatch.StartNew();
            try
            {
                _ = DocxBuilder.Read(file);
            }
            catch (SourceException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}, case {i}: {e}");
            }

            Assert.True(clock.Elapsed < LongestRead, $"Seed {seed}, case {i} took {clock.Elapsed}.");
        }

        Assert.True(refused > 0, "Nothing was damaged: the test does not do what it says.");
    }

    private static DocxBuilder Sample() => new DocxBuilder().List(1, ("decimal", "%1."), ("lowerLetter", "(%2)")).Style("Head", "<w:rPr><w:b/></w:rPr>")
        .Part("footnotes", "footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>").Part("header1", "header", DocxBuilder.ParagraphXml("head"))
        .Paragraph("Heading", style: "Head").Paragraph("item", 1).Raw("<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>").Table(["a", "b"], ["c", "d"]);

    private static byte[] Good() => Sample().Build();

    private static byte[] With(string part, string? content)
    {
        var parts = new DocxBuilder().Paragraph("one").Paragraph("two").Parts();
        parts.Remove(part);
        return DocxBuilder.Zip(content is null ? parts : parts.Append(KeyValuePair.Create(part, content)));
    }
}
