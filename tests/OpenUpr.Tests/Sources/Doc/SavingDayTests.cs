using System.Buffers.Binary;
using OpenUpr.Reviews;
using OpenUpr.Sources.Doc;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Workbooks;
using OpenUpr.Tests.Sources.Docx;
using OpenUpr.Tests.Sources.Papers;

namespace OpenUpr.Tests.Sources.Doc;

/// <summary>The day on which a Word file was last saved is a hint to the review of papers that name none.</summary>
public sealed class SavingDayTests
{
    private const string Properties = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dcterms=\"d\"><dcterms:created>2018-04-27T17:54:00Z</dcterms:created><dcterms:modified>2019-11-07T23:57:00Z</dcterms:modified></cp:coreProperties>";

    private static readonly DateOnly Saved = new(2019, 11, 7);

    [Theory]
    [InlineData(13u, 0x40u, true)]
    [InlineData(12u, 0x40u, false)]
    [InlineData(13u, 0x1Eu, false)]
    public void An_old_Word_file_says_when_it_was_last_saved(uint property, uint type, bool isFound)
    {
        var day = Read(Summary(property, type));
        Assert.Equal(isFound ? Saved : null, day);
    }

    [Fact]
    public void Damage_to_it_is_no_reason_to_refuse_the_document()
    {
        for (var at = 0; at < 120; at++)
        {
            var bytes = Summary(13, 0x40);
            bytes.AsSpan(at, 4).Fill(0xFF);
            Read(bytes);
        }

        Assert.Null(Read(new byte[8192]));
    }

    [Theory]
    [InlineData(Properties, true)]
    [InlineData("<cp:coreProperties xmlns:cp=\"c\"/>", false)]
    [InlineData("<cp:coreProp", false)]
    public void A_Word_file_says_when_it_was_last_saved(string properties, bool isFound)
    {
        var parts = new DocxBuilder().Paragraph("Text.").Parts();
        parts["docProps/core.xml"] = properties;
        parts["_rels/.rels"] = parts["_rels/.rels"].Replace("</Relationships>", "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>", StringComparison.Ordinal);
        var text = DocxBuilder.Read(DocxBuilder.Zip(parts));
        Assert.Equal((isFound ? Saved : null, "Text."), (text.WrittenOn, Assert.Single(text.Body).Text));
    }

    [Theory]
    [InlineData(2019, 10, 29, 34)]
    [InlineData(2019, 11, 7, 34)]
    [InlineData(2019, 3, 1, null)]
    [InlineData(2019, 11, 30, null)]
    public void Questions_belong_to_the_review_that_came_next_within_six_months(int year, int month, int day, int? session)
    {
        var reference = ReferenceData.Load(World.UnitedNations);
        var text = PaperTexts.Word("ADVANCE QUESTIONS TO SLOVENIA\nFRANCE\nWhat is planned?");
        Assert.Null(PaperReader.Read(text, reference).Identity.Session);
        var identity = PaperReader.Read(text with { WrittenOn = new DateOnly(year, month, day) }, reference).Identity;
        Assert.Equal(session, identity.Session);
        Assert.Equal(session is not null, identity.Reasons.Any(r => r.Contains("last saved", StringComparison.Ordinal)));
    }

    private static DateOnly? Read(byte[] stream)
    {
        var file = CompoundBuilder.Build(("\u0005SummaryInformation", stream));
        return DocDates.Read(CompoundFile.Read(new MemoryStream(file, writable: false), file.Length));
    }

    private static byte[] Summary(uint property, uint type)
    {
        var bytes = new byte[8192];
        (int At, uint Value)[] fields = [(24, 1), (44, 48), (48, 28), (52, 1), (56, property), (60, 16), (64, type)];
        foreach (var (at, value) in fields)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
        }

        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(68), Saved.ToDateTime(new TimeOnly(14, 57), DateTimeKind.Utc).ToFileTimeUtc());
        return bytes;
    }
}
