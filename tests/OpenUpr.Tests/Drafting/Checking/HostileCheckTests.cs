using System.Text;
using OpenUpr.Drafting.Checking;
using OpenUpr.Sources;
using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Drafting.Checking;

/// <summary>Damaged files end in a report or in a message for people.</summary>
public sealed class HostileCheckTests
{
    private static readonly string[] s_traps = ["<w:p>", "</w:p>", "<w:tbl>", "<w:tc>", "<w:r>", "<", ">", "&#x0;", "<w:txbxContent>", "<w:del>", "<w:fldChar w:fldCharType=\"end\"/>", "w:val=\"-1\"", "w:val=\"999999999999\"", "<w:br w:type=\"page\"/>", "<w:outlineLvl w:val=\"3\"/>"];

    [Fact]
    public void Two_thousand_damaged_files_give_a_report_or_a_message()
    {
        var (read, refused) = (0, 0);
        var good = GoodFile.Parts(DocumentKind.SubmissionIndividual);
        var whole = DocxBuilder.Zip(good);
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            try
            {
                var report = GoodFile.Check(seed % 4 == 0 ? Bytes(whole, random) : Part(good, random), DocumentKinds.All[seed % DocumentKinds.All.Count]);
                Assert.True(report.Words.Counted >= 0);
                read++;
            }
            catch (SourceException e)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Nested_boxes_and_tables_come_out_in_order()
    {
        var file = new DocxBuilder().Raw($"<w:p>{DocxBuilder.Run("before")}<w:r><w:pict><w:txbxContent>{DocxBuilder.ParagraphXml("in the box")}</w:txbxContent></w:pict></w:r></w:p>").Paragraph("after").Build();
        Assert.Equal(["before 1", "in the box 2", "after 3"], GoodFile.Read(file).Paragraphs.Select(p => $"{p.Text} {p.Number}"));
    }

    private static byte[] Bytes(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var i = random.Next(1, 9); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static byte[] Part(Dictionary<string, string> good, Random random)
    {
        var parts = new Dictionary<string, string>(good);
        var name = parts.Keys.ElementAt(random.Next(parts.Count));
        name = random.Next(2) == 0 ? GoodFile.Document : name;
        var text = new StringBuilder(parts[name]);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length);
            _ = random.Next(3) switch
            {
                0 => text.Insert(at, s_traps[random.Next(s_traps.Length)]),
                1 => text.Remove(at, Math.Min(text.Length - at, random.Next(1, 60))),
                _ => text.Insert(at, text.ToString(at, Math.Min(text.Length - at, 200))),
            };
        }

        parts[name] = text.ToString();
        return DocxBuilder.Zip(parts);
    }
}
