using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Drafting.Lists;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Drafting;

/// <summary>A list that somebody filled in elsewhere comes back: what it would change is said row by row, and taken over whole or not at all.</summary>
public sealed class FilledSheetTests
{
    private static readonly ReferenceData s_world = ReferenceData.Load(World.Demo);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_sheet_comes_back_row_by_row_and_replaces_nobodys_words_unasked(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, noor) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("noor"));
        var id = await BeginAsync(rooms, noor);
        var view = await ReadAsync(rooms, noor, id);
        var ids = view.Rows.Where(r => !r.IsRepeated).Select(r => r.Row.Id).ToList();
        await SaveAsync(rooms, noor, id, new MatrixText(ids[1], 0, "partly", "A law was adopted.", null, null, "proposed"), new MatrixText(ids[2], 0, "process", "A plan.", null, null, "proposed"), new MatrixText(ids[3], 0, "not", null, null, null, "proposed"));
        var book = await WorkbookAsync(await ReadAsync(rooms, noor, id));

        // Meanwhile somebody goes on with one row; the workbook then says what stood there before, and of another what stood before that.
        await SaveAsync(rooms, amara, id, new MatrixText(ids[3], 1, "not", "Nothing was done.", null, null, "agreed"), new MatrixText(ids[2], 1, "process", "A plan and money.", null, null, "agreed"));
        Edit(book, "12.1", "Implemented", "A court ruled.");
        Edit(book, "12.10", "partially implemented", "A law was adopted. It is not applied.");
        Edit(book, "12.3", "Implemented", "It was done.");
        var table = FilledSheets.Read(book.ToArray(), "list.xlsx", "en", ScaleWording.Standard, s_world, Cancel);
        var columns = ColumnGuess.Of(table, FilledSheets.Fields);
        var preview = (await Fillings.PreviewAsync(rooms.Store, noor, id, table, columns, Cancel))!;
        Assert.Equal([FillVerdict.New, FillVerdict.Changed, FillVerdict.Meets, FillVerdict.Older, FillVerdict.Empty], preview.Lines.Select(l => l.Verdict));
        Assert.Equal("A plan and money.", preview.Lines[2].Theirs!.Comment);

        // An old preview takes nothing, and what would be replaced is only replaced where that was chosen.
        var upload = (await SheetUploads.AddAsync(rooms, noor, CoalitionRole.Contributor, Fillings.KindOf(id), table, Cancel)).Id;
        Assert.Null(await SheetUploads.FindOwnAsync(rooms, amara, Fillings.KindOf(id), upload, Cancel));
        Assert.Equal(Refusal.Conflict, (await Fillings.TakeAsync(rooms, noor, id, upload, table, columns, [], false, "old", Cancel)).Outcome.Refused);
        var taken = await Fillings.TakeAsync(rooms, noor, id, upload, table, columns, [], false, preview.Stamp, Cancel);
        Assert.Equal((true, 2), (taken.Outcome.IsDone, taken.Saved));
        Assert.Null(await SheetUploads.FindOwnAsync(rooms, noor, Fillings.KindOf(id), upload, Cancel));
        view = await ReadAsync(rooms, noor, id);
        Assert.Equal([("implemented", "A court ruled."), ("partly", "A law was adopted. It is not applied."), ("process", "A plan and money."), ("not", "Nothing was done.")], view.Rows.Where(r => !r.IsRepeated).Select(r => (r.Filled.Value!, r.Filled.Comment!)));
        Assert.Equal(["proposed", "proposed", "agreed", "agreed"], view.Rows.Where(r => !r.IsRepeated).Select(r => r.State));
        Assert.Equal(noor.MemberId, view.Rows[0].Entry!.AuthorId);

        preview = (await Fillings.PreviewAsync(rooms.Store, noor, id, table, columns, Cancel))!;
        Assert.Equal([FillVerdict.Same, FillVerdict.Same, FillVerdict.Meets, FillVerdict.Older, FillVerdict.Empty], preview.Lines.Select(l => l.Verdict));
        taken = await Fillings.TakeAsync(rooms, noor, id, upload, table, columns, [ids[2]], false, preview.Stamp, Cancel);
        Assert.Equal((1, "It was done.", "proposed"), (taken.Saved, (await ReadAsync(rooms, noor, id)).Rows[2].Filled.Comment, (await ReadAsync(rooms, noor, id)).Rows[2].State));

        // Another cluster's row, and a list that was put away.
        var cluster = (await Clusters.ListAsync(rooms.Store, amara, Cancel)).First(c => c.Cluster.Name.StartsWith("Death", StringComparison.Ordinal)).Cluster.Id;
        Assert.True((await Matrices.SetDutyAsync(rooms, amara, id, null, ids[0], cluster, Cancel)).IsDone);
        var other = Table("Number,Value,Comment\n12.1,Not implemented,No.\n");
        Assert.Equal(FillVerdict.NotYours, Assert.Single((await Fillings.PreviewAsync(rooms.Store, noor, id, other.Table, other.Columns, Cancel))!.Lines).Verdict);
        Assert.Null(await Fillings.PreviewAsync(rooms.Store, await test.AsAsync("petra", "arvenia-watch"), id, other.Table, other.Columns, Cancel));
    }

    [Fact]
    public async Task What_cannot_be_taken_over_is_named_and_stays_out_only_where_that_was_said()
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, noor) = (test.Rooms, await test.AsAsync("noor"));
        var id = await BeginAsync(rooms, noor);
        var (table, columns) = Table(
            "Recommendation;Value;Comment\n" +
            "12.1 Visit all places of detention (Arvenia) (Belmar);Implemented;Yes.\n" + // its number and text
            "Abolish the death penalty (Belmar);;A law.\n" + // its text alone
            "99.9 Visit the moon;Implemented;Yes.\n" +
            "12.3 Ratify the protocol;mostly;Yes.\n" +
            "12.4 Train judges;Not implemented;No.\n" +
            "12.4 Train judges;Implemented;Yes.\n" +
            "12.1 Visit all places of detention;;\n");
        var preview = (await Fillings.PreviewAsync(rooms.Store, noor, id, table, columns, Cancel))!;
        Assert.Equal([FillVerdict.New, FillVerdict.New, FillVerdict.NotFound, FillVerdict.Unreadable, FillVerdict.Twice, FillVerdict.Twice, FillVerdict.Empty], preview.Lines.Select(l => l.Verdict));
        Assert.Equal(("mostly", 4, 2), (preview.Lines[3].Cell, preview.Blocked, preview.Taken));

        Assert.Equal("leave", (await Fillings.TakeAsync(rooms, noor, id, 1, table, columns, [], false, preview.Stamp, Cancel)).Outcome.Field);
        Assert.Equal(0, (await ReadAsync(rooms, noor, id)).FilledRows);
        Assert.Equal(2, (await Fillings.TakeAsync(rooms, noor, id, 1, table, columns, [], true, preview.Stamp, Cancel)).Saved);
        (table, columns) = Table($"Number,Comment\n12.3,{new string('x', 4_001)}\n");
        Assert.Equal(FillVerdict.TooLong, (await Fillings.PreviewAsync(rooms.Store, noor, id, table, columns, Cancel))!.Lines[0].Verdict);
    }

    [Fact]
    public async Task The_coalitions_own_words_go_out_and_come_back()
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, amara, noor) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("noor"));
        var id = await BeginAsync(rooms, noor);
        Assert.Equal(Refusal.Absent, (await ScaleWords.SaveAsync(rooms, noor, [new WordWish("partly", "en", null, "Half done")], Cancel)).Refused);
        Assert.True((await ScaleWords.SaveAsync(rooms, amara, [new WordWish("partly", "en", "", " Half done "), new WordWish("not", "fr", null, "Rien")], Cancel)).IsDone);

        // A word that names another value, and one that somebody else changed meanwhile.
        Assert.Equal((Refusal.Taken, "word-not-en"), Why(await ScaleWords.SaveAsync(rooms, amara, [new WordWish("not", "en", null, "half done.")], Cancel)));
        Assert.Equal((Refusal.Taken, "word-not-es"), Why(await ScaleWords.SaveAsync(rooms, amara, [new WordWish("not", "es", null, "En cours")], Cancel)));
        Assert.Equal((Refusal.Conflict, "word-partly-en"), Why(await ScaleWords.SaveAsync(rooms, amara, [new WordWish("partly", "en", "Partly", "Some")], Cancel)));
        Assert.Equal(Refusal.TooLong, (await ScaleWords.SaveAsync(rooms, amara, [new WordWish("not", "en", null, new string('x', 61))], Cancel)).Refused);

        var row = (await ReadAsync(rooms, noor, id)).Rows[0].Row.Id;
        await SaveAsync(rooms, noor, id, new MatrixText(row, 0, "partly", "A law.", null, null, "proposed"));
        var view = await ReadAsync(rooms, noor, id);
        var file = MatrixDocx.Write(view);
        using (var document = WordprocessingDocument.Open(new MemoryStream(file), false))
        {
            Assert.Contains("Half done", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        }

        Assert.Equal("partly", view.Wording.ByWord("half done")!.Code);
        Assert.Equal("partly", view.Wording.ByWord("Partially implemented.")!.Code);

        // Our own Word file says what stands there; with its value changed in Word it meets that.
        var table = FilledSheets.Read(file, "list.docx", "en", view.Wording, s_world, Cancel);
        var columns = ColumnGuess.Of(table, FilledSheets.Fields);
        var preview = (await Fillings.PreviewAsync(rooms.Store, noor, id, table, columns, Cancel))!;
        Assert.Equal([FillVerdict.Same, FillVerdict.Empty, FillVerdict.Empty, FillVerdict.Empty, FillVerdict.Same], preview.Lines.Select(l => l.Verdict));
        (table, columns) = Table("Number,Assessment/comments on level of implementation\n12.1,Not yet implemented\n12.10,\"Rien\nPas d'argent\"\n");
        preview = (await Fillings.PreviewAsync(rooms.Store, noor, id, table, columns, Cancel))!;
        Assert.Equal([FillVerdict.Unreadable, FillVerdict.New], preview.Lines.Select(l => l.Verdict));
        Assert.Equal(("not", "Pas d'argent"), (preview.Lines[1].Mine.Value, preview.Lines[1].Mine.Comment));

        Assert.True((await ScaleWords.SaveAsync(rooms, amara, [new WordWish("partly", "en", "Half done", "")], Cancel)).IsDone);
        Assert.Equal("Partially implemented", (await ReadAsync(rooms, noor, id)).Wording.Word("partly", "en"));
        Assert.Equal("Rien", (await ReadAsync(rooms, noor, id)).Wording.Word("not", "fr"));
    }

    [Fact]
    public void A_file_that_is_no_list_is_refused_with_what_to_do()
    {
        Assert.Contains("empty", Refused([]), StringComparison.Ordinal);
        Assert.Contains(".xlsx", Refused("%PDF-1.7\nnothing"u8.ToArray()), StringComparison.Ordinal);
        using var docx = new DocxWriter("en-GB");
        docx.Paragraph("Nothing here.");
        Assert.Contains("thematic list", Refused(docx.Finish()), StringComparison.Ordinal);
        Assert.False(FilledSheets.IsEnough(Table("Comment,Value\nx,y\n").Columns));

        static string Refused(byte[] file) => Assert.Throws<SourceException>(() => FilledSheets.Read(file, "file", "en", ScaleWording.Standard, s_world, Cancel)).Message;
    }

    private static (Refusal?, string?) Why(Outcome outcome) => (outcome.Refused, outcome.Field);

    private static (SheetTable Table, IReadOnlyDictionary<string, int> Columns) Table(string csv)
    {
        var table = FilledSheets.Read(Encoding.UTF8.GetBytes(csv), "list.csv", "en", ScaleWording.Standard, s_world, Cancel);
        return (table, ColumnGuess.Of(table, FilledSheets.Fields));
    }

    private static async Task<long> BeginAsync(Rooms rooms, CoalitionAccess access)
    {
        string[] texts = ["12.1 Visit all places of detention (Arvenia) (Belmar);", "12.10 Abolish the death penalty (Belmar);", "12.3 Ratify the protocol (Arvenia);", "12.4 Train judges (Arvenia);", "12.1 Visit all places of detention (Arvenia) (Belmar);"];
        var list = new MatrixList(["Recommendation", "Position", "Assessment/comments on level of implementation"], 2, true, "en", [.. texts.Select((t, i) => new ListedRow(i < 4 ? "Theme: One" : "Theme: Two", t.Split(' ')[0], [t, "Supported", ""], "supported", t, FilledCell.Empty))]);
        return (await Matrices.AddAsync(rooms, access, new MatrixWish("List", new FoundList(list, null, null), MatrixSheet.Uploaded, "list.docx", null), Cancel)).Id;
    }

    private static async Task<MatrixView> ReadAsync(Rooms rooms, CoalitionAccess access, long id) => (await MatrixRows.ReadAsync(rooms.Store, access, id, Cancel))!;

    private static async Task SaveAsync(Rooms rooms, CoalitionAccess access, long id, params MatrixText[] texts) => Assert.Equal(texts.Length, (await MatrixWriting.SaveAsync(rooms, access, id, texts, null, Cancel)).Saved);

    private static async Task<MemoryStream> WorkbookAsync(MatrixView view)
    {
        var file = new MemoryStream();
        await MatrixExport.WriteAsync(file, view, new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), Cancel);
        return file;
    }

    /// <summary>Types into the row of a recommendation, as somebody does in a program of sheets.</summary>
    private static void Edit(MemoryStream file, string number, string value, string comment)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: true);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        var heads = rows[0].Elements<Cell>().Select(TextOf).ToList();
        var row = rows.First(r => r.Elements<Cell>().Select(TextOf).Any(t => t == number)).Elements<Cell>().ToDictionary(c => Column(c));
        Set("Value", value);
        Set("Comment", comment);

        void Set(string head, string text)
        {
            var column = heads.IndexOf(head);
            if (!row.TryGetValue(column, out var cell))
            {
                var after = row.Where(c => c.Key < column).MaxBy(c => c.Key).Value;
                cell = row[column] = after.InsertAfterSelf(new Cell { CellReference = $"{(char)('A' + column)}{((Row)after.Parent!).RowIndex}" });
            }

            (cell.DataType, cell.InlineString, cell.CellValue) = (CellValues.InlineString, new InlineString(new Text(text)), null);
        }

        static int Column(Cell cell) => cell.CellReference!.Value![0] - 'A';
        string TextOf(Cell cell) => cell.DataType?.Value == CellValues.SharedString ? book.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.ElementAt(int.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture)).InnerText : cell.InnerText;
    }
}
