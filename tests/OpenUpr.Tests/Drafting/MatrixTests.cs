using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;
using OpenUpr.Drafting.Lists;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Drafting;

/// <summary>Lists of recommendations that a coalition fills in: read, written by many, and written out in their own layout.</summary>
public sealed class MatrixTests
{
    private static readonly string[] s_head = ["Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"];

    private static readonly ReferenceData s_world = ReferenceData.Load(World.Demo);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_list_goes_from_a_file_to_a_file_and_nobody_overwrites_what_they_have_not_seen(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, noor, tomas) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("noor"), await test.AsAsync("tomas"));
        var found = Found(Sample());
        Assert.Equal(Refusal.Absent, (await Matrices.AddAsync(rooms, tomas, Wish(found), Cancel)).Refused);
        Assert.Equal("title", (await Matrices.AddAsync(rooms, noor, Wish(found) with { Title = " " }, Cancel)).Field);
        Assert.Equal("file", (await Matrices.AddAsync(rooms, noor, Wish(found with { State = "XAR" }), Cancel)).Field);
        var id = (await Matrices.AddAsync(rooms, noor, Wish(found), Cancel)).Id;

        // The second row of the same recommendation is filled in with the first.
        var view = await ReadAsync(rooms, noor, id);
        Assert.Equal([(1, false, "supported"), (2, false, "noted"), (3, true, "supported")], view.Rows.Select(r => (r.Row.Place, r.IsRepeated, r.Row.Position!)));
        Assert.Equal(["Theme: Detention", "Theme: Women"], view.Themes.Select(t => t.Theme));
        Assert.Null(await MatrixRows.ReadAsync(rooms.Store, await test.AsAsync("petra", "arvenia-watch"), id, Cancel));

        var (first, second) = (view.Rows[0].Row.Id, view.Rows[1].Row.Id);
        var saved = await SaveAsync(rooms, noor, id, "n", new MatrixText(first, 0, "partly", "A law was adopted.", null, null, "proposed"), new MatrixText(second, 0, "", "", "", "", "open"));
        Assert.Equal((true, 1, 0), (saved.Outcome.IsDone, saved.Saved, saved.Clashes.Count));
        Assert.Equal(0, (await SaveAsync(rooms, noor, id, "n", new MatrixText(first, 0, "partly", "A law was adopted.", null, null, "proposed"))).Saved);
        Assert.Equal(2, (await ReadAsync(rooms, tomas, id)).FilledRows);

        // Who began before that is told, and their other rows are stored.
        var late = await SaveAsync(rooms, amara, id, "a", new MatrixText(first, 0, "not", "Nothing was done.", null, null, "open"), new MatrixText(second, 0, "not", "Nothing was done.", "No money", "Training", "agreed"));
        Assert.Equal((1, "partly", "not"), (late.Saved, late.Clashes.Single().Theirs.Value, late.Clashes.Single().Mine.Value));

        // What somebody else changes after it was agreed is a proposal again; the wrong value refuses the whole form.
        Assert.Equal(1, (await SaveAsync(rooms, noor, id, "m", new MatrixText(second, 1, "not", "Nothing was done at all.", "No money", "Training", "agreed"))).Saved);
        Assert.Equal(MatrixEntry.Proposed, (await ReadAsync(rooms, noor, id)).Rows[1].State);
        Assert.Equal($"value-{second}", (await SaveAsync(rooms, noor, id, "w", new MatrixText(first, 1, "not", null, null, null, "open"), new MatrixText(second, 2, "better", null, null, null, "open"))).Outcome.Field);
        Assert.Equal("partly", (await ReadAsync(rooms, noor, id)).Rows[0].Entry!.Value);
        Assert.Equal(["Nothing was done at all.", "Nothing was done."], (await MatrixRows.HistoryAsync(rooms.Store, tomas, id, second, Cancel)).Select(h => h.Entry.Comment));
        Assert.Contains(await new MatrixTexts(rooms).ReadAsync(tomas, Cancel), t => t.Text.Contains("at all", StringComparison.Ordinal) && t.Path == $"/matrix/{id}/rows/{second}");

        // A theme that belongs to a cluster is filled in by it, and by editors.
        var cluster = (await Clusters.ListAsync(rooms.Store, amara, Cancel)).First(c => c.Cluster.Name.StartsWith("Death", StringComparison.Ordinal)).Cluster.Id;
        Assert.Equal(Refusal.Absent, (await Matrices.SetDutyAsync(rooms, noor, id, "Theme: Detention", null, cluster, Cancel)).Refused);
        Assert.True((await Matrices.SetDutyAsync(rooms, amara, id, "Theme: Detention", null, cluster, Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await SaveAsync(rooms, noor, id, "c", new MatrixText(first, 1, "not", null, null, null, "open"))).Outcome.Refused);

        // Our own file comes back as it went: nothing lost, nothing doubled.
        view = await ReadAsync(rooms, amara, id);
        var again = (await Matrices.AddAsync(rooms, amara, Wish(Found(MatrixDocx.Write(view))), Cancel)).Id;
        var copy = await ReadAsync(rooms, amara, again);
        Assert.Equal(view.Rows.Select(Printed), copy.Rows.Select(Printed));
        Assert.Equal(view.Head, copy.Head);

        Assert.True((await Matrices.SetClosedAsync(rooms, amara, id, true, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await SaveAsync(rooms, amara, id, "z", new MatrixText(first, 1, "not", null, null, null, "open"))).Outcome.Refused);
    }

    [Fact]
    public void The_file_is_valid_bears_no_name_and_our_checker_finds_nothing_in_a_complete_one()
    {
        var view = View(Found(Sample()).List, new FilledCell("partly", "A law was adopted in spring, but no court has applied it.", "Courts are slow.", "Training of judges."));
        var file = MatrixDocx.Write(view);
        Assert.Equal(file, MatrixDocx.Write(view));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancel).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(PageOrientationValues.Landscape, document.MainDocumentPart!.Document!.Descendants<PageSize>().Single().Orient!.Value);
        Assert.Equal(2, document.MainDocumentPart.Document!.Descendants<GridSpan>().Count());
        Assert.Single(document.MainDocumentPart.Document!.Descendants<TableHeader>());
        Assert.Empty(Check(file));

        // And it does find what is missing.
        Assert.NotEmpty(Check(MatrixDocx.Write(View(Found(Sample()).List, FilledCell.Empty))));
    }

    [Fact]
    public void A_list_without_a_column_for_it_gets_one()
    {
        var list = Found(Sample(["Recommendation and recommending State", "Position of the State under review", "Human rights themes and groups of persons", "Relevant SDGs"])).List;
        Assert.Null(list.Assessment);
        var view = View(list, new FilledCell("not", "Nothing was done about it by anybody.", null, null));
        Assert.Equal(5, view.Head.Count);
        Assert.Empty(Check(MatrixDocx.Write(view)));
    }

    [Fact]
    public void A_file_without_a_list_is_refused_with_what_to_do()
    {
        using var docx = new DocxWriter("en-GB");
        docx.Paragraph("Nothing here.");
        Assert.Contains("thematic list", Assert.Throws<SourceException>(() => Found(docx.Finish())).Message, StringComparison.Ordinal);
        Assert.Contains(".docx", Assert.Throws<SourceException>(() => Found("Text"u8.ToArray())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Implemented", "implemented", null)]
    [InlineData("Partially implemented\nA law.\nIn two lines.\nChallenges: Money", "partly", "A law.\nIn two lines.")]
    [InlineData("The law was adopted.", null, "The law was adopted.")]
    public void What_somebody_typed_into_the_last_column_is_taken_over(string text, string? value, string? comment)
    {
        var cell = FilledCell.Read(text);
        Assert.Equal((value, comment), (cell.Value, cell.Comment));
        Assert.Equal(text, cell.Write("en"));
    }

    [Fact]
    public void Every_value_has_words_a_light_and_a_source() => Assert.All(ValueScale.All, v =>
    {
        Assert.Contains(v.Light, new[] { "green", "amber", "red", "none" });
        Assert.All(MatrixWording.Languages, l => Assert.Equal(v, ValueScale.ByWord(v.Word(l))));
        Assert.NotEmpty(v.Source);
    });

    [Fact]
    public async Task The_workbook_has_a_row_for_each()
    {
        using var output = new MemoryStream();
        await MatrixExport.WriteAsync(output, View(Found(Sample()).List, new FilledCell("not", "No.", null, null)), new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), Cancel);
        using var book = SpreadsheetDocument.Open(output, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, Cancel).Select(e => e.Description));
        Assert.Equal(4, book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count());
    }

    private static string Printed(MatrixRowView row) => JsonSerializer.Serialize((string[])[row.Row.Theme, row.Row.Number ?? "", .. row.Cells, row.Row.Position ?? "", row.Filled.Write("en"), $"{row.IsRepeated}"]);

    private static IEnumerable<string> Check(byte[] file) =>
        Checker.Check(WordFile.Read(new MemoryStream(file), file.Length, TimeSpan.FromSeconds(10), Cancel), DocumentKind.Matrix, "en", 2026, Cancel).Findings.Select(f => $"{f.Rule.Code}: {f.Excerpt}");

    private static async Task<MatrixView> ReadAsync(Rooms rooms, CoalitionAccess access, long id) => (await MatrixRows.ReadAsync(rooms.Store, access, id, Cancel))!;

    private static Task<MatrixSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long id, string client, params MatrixText[] texts) => MatrixWriting.SaveAsync(rooms, access, id, texts, client, Cancel);

    private static MatrixWish Wish(FoundList found) => new("Recommendations to Tovell", found, MatrixSheet.Uploaded, "list.docx", null);

    private static FoundList Found(byte[] file) => MatrixSources.Read(file, "list.docx", "en", s_world, Cancel);

    private static MatrixView View(MatrixList list, FilledCell cell)
    {
        var head = list.Assessment is null ? [.. list.Head, MatrixWording.Of("head-assessment", "en")] : list.Head;
        var sheet = new MatrixSheet { Title = "List", Basis = MatrixSheet.Uploaded, Head = "", Language = "en", IsLandscape = list.IsLandscape };
        return new MatrixView(sheet, null, head, list.Assessment ?? head.Count - 1, [.. list.Rows.Select((r, i) => new MatrixRowView(
            new MatrixRow { Id = i + 1, Theme = r.Theme, Number = r.Number, Position = r.Position, Cells = "" }, list.Assessment is null ? [.. r.Cells, ""] : r.Cells,
            new MatrixEntry { Value = cell.Value, Comment = cell.Comment, Challenges = cell.Challenges, Assistance = cell.Assistance, State = MatrixEntry.Agreed, ClientId = "c" }, i + 1, null, null, true, false, []))]);
    }

    private static byte[] Sample(string[]? head = null)
    {
        using var docx = new DocxWriter("en-GB");
        docx.ListPages(isLandscape: true, "Review of Tovell", null);
        docx.List(
            [
                new DocxListRow(null, Cells(head ?? s_head)) { IsHead = true },
                new DocxListRow("Theme: Detention", []),
                new DocxListRow(null, Cells(["12.1 Visit all places of detention (Arvenia) (Belmar);\nSource of Position: A/HRC/90/1 - Para. 4", "Supported", "- Detention\n- Women", ""])),
                new DocxListRow(null, Cells(["12.2 Abolish the death penalty (Belmar);", "Noted", "- Detention", ""])),
                new DocxListRow("Theme: Women", []),
                new DocxListRow(null, Cells(["12.1 Visit all places of detention (Arvenia) (Belmar);\nSource of Position: A/HRC/90/1 - Para. 4", "Supported", "- Detention\n- Women", ""])),
            ],
            [4, 1, 4, 4], "List");
        return docx.Finish();
    }

    private static IReadOnlyList<IReadOnlyList<DocxRun[]>> Cells(string[] texts) => [.. texts.Select(t => (IReadOnlyList<DocxRun[]>)[.. t.Split('\n').Select(l => new[] { new DocxRun(l) })])];
}
