using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Sources.Csv;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>One table in every form that such a file has been seen in: each gives the same rows with the same identities.</summary>
public sealed class FileFormTests
{
    private static readonly ExportLine[] Lines =
    [
        new() { To = "Côte d’Ivoire", From = "Bosnia & Herzegovina", Text = "Améliorer la situation à São Tomé, “sans délai” – pour les élèves de l’école" },
        new() { To = "Slovenia", From = "Cuba", Text = "Say \"yes\", then\nsay it again", Response = "Noted" },
        new() { To = "Slovenia", From = "Slovenia", Response = "Voluntary Pledge", Text = "Publish the report" },
    ];

    private static readonly (string Form, Func<byte[]> Make)[] Forms =
    [
        ("UTF-8, LF", () => Bytes(new UTF8Encoding(false), "\n")),
        ("UTF-8, CRLF", () => Bytes(new UTF8Encoding(false), "\r\n")),
        ("UTF-8 with byte order mark, CRLF", () => Bytes(new UTF8Encoding(true), "\r\n")),
        ("UTF-8, CR", () => Bytes(new UTF8Encoding(false), "\r")),
        ("Mac Roman, CR", () => Bytes(TextEncodings.MacRoman, "\r")),
        ("Mac Roman, LF", () => Bytes(TextEncodings.MacRoman, "\n")),
        ("Windows-1252, CRLF", () => Bytes(TextEncodings.Windows1252, "\r\n")),
        ("Windows-1252, CR", () => Bytes(TextEncodings.Windows1252, "\r")),
        ("UTF-16 with byte order mark", () => Bytes(Encoding.Unicode, "\r\n")),
        ("UTF-16, the other order", () => Bytes(Encoding.BigEndianUnicode, "\n")),
        ("UTF-16 without byte order mark", () => Encoding.Unicode.GetBytes(ExportLine.File("\r\n", Lines))),
        ("UTF-32", () => Bytes(Encoding.UTF32, "\n")),
        ("HTML entities", () => Encoding.ASCII.GetBytes(Entities(ExportLine.File("\n", Lines)))),
        ("double spaces", () => Encoding.UTF8.GetBytes(ExportLine.File("\n", Lines.Select(l => l with { To = $" {l.To.Replace(" ", "  ", StringComparison.Ordinal)} ", Text = l.Text.Replace(" ", "   ", StringComparison.Ordinal) + " " })))),
        ("heads in capitals", () => Encoding.UTF8.GetBytes(ExportLine.File("\n", Lines).Replace(ExportLine.Header, ExportLine.Header.ToUpperInvariant(), StringComparison.Ordinal))),
        ("columns in another order", () => Encoding.UTF8.GetBytes(Reversed())),
        ("heads of the .xls", () => Encoding.UTF8.GetBytes(ExportLine.File("\n", Lines).Replace(ExportLine.Header, string.Join(',', Workbooks.SheetHeads[..11]), StringComparison.Ordinal))),
        ("a workbook", () => Workbooks.Xlsx([Workbooks.SheetHeads, .. Lines.Select(l => l.Cells)])),
        ("a workbook with the heads of the .csv", () => Workbooks.Xlsx([ExportLine.Header.Split(','), .. Lines.Select(l => l.Cells)])),
    ];

    public static TheoryData<string> Names => [.. Forms.Select(f => f.Form)];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_form_gives_the_same_rows(string form)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var importer = new Importer(test.Store, TimeProvider.System);
        var plain = await importer.ImportAsync(folder.Write("plain", Bytes(new UTF8Encoding(false), "\n")), new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        Assert.Equal((2, 1, 0), (plain.Recommendations, plain.Pledges, plain.Findings.Count));

        var report = await importer.ImportAsync(folder.Write("form", Array.Find(Forms, f => f.Form == form).Make()), new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        Assert.Null(report.Refusal);
        Assert.Empty(report.Findings);
        Assert.Equal((0, 0, 3), (report.Recommendations, report.Pledges, report.Known));
    }

    [Fact]
    public async Task Text_is_kept_as_printed_but_for_white_space()
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await new Importer(test.Store, TimeProvider.System).ImportAsync(folder.Write("a.csv", Bytes(TextEncodings.MacRoman, "\r")), new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        await using var db = test.Store.Open();
        Assert.Equal(
            ["Améliorer la situation à São Tomé, “sans délai” – pour les élèves de l’école", "Say \"yes\", then say it again", "Publish the report"],
            await db.Texts.OrderBy(t => t.Id).Select(t => t.Text).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnEachDatabase]
    public async Task Strange_text_is_stored_as_plain_text(Provider provider)
    {
        string[] texts =
        [
            "=cmd|' /C calc'!A0", "Robert'); DROP TABLE recommendations;--", "<script>alert(1)</script> <b>", "حماية حقوق المرأة", "می\u200Cخواهم",
            "👩\u200D👩\u200D👧 families", "%s %n {0} $(rm) `id` \\x00 \\N", "{{7*7}} ${7*7}", "'; SELECT pg_sleep(9)--",
        ];
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(folder.Write("=odd ; name.csv", ExportLine.File("\n", texts.Select(t => new ExportLine { Text = t }))), new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings);
        await using var db = test.Store.Open();
        Assert.Equal(texts, await db.Texts.OrderBy(t => t.Id).Select(t => t.Text).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("=odd ; name.csv", (await db.Documents.SingleAsync(TestContext.Current.CancellationToken)).FileName);
    }

    [Fact]
    public async Task Further_columns_are_not_read_and_named()
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var file = folder.Write("a.csv", $"{ExportLine.Header},Comment\n{new ExportLine()},mine\n");
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(file, new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        Assert.Equal(1, report.Recommendations);
        Assert.Contains("'Comment'", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_damaged_in_one_place_loses_that_row_alone()
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var bytes = Encoding.UTF8.GetBytes(ExportLine.File("\n", [.. ExportLine.Good(5), .. Lines]));
        // The second byte of the "ô" of Côte d'Ivoire.
        bytes[Array.IndexOf(bytes, (byte)0xB4)] = (byte)'?';
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(folder.Write("a.csv", bytes), new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        Assert.Equal((7, 1), (report.RowsRead - report.Refused, report.Refused));
        Assert.Equal(7, report.Findings[0].Line);
    }

    private static byte[] Bytes(Encoding encoding, string newLine) => [.. encoding.Preamble, .. encoding.GetBytes(ExportLine.File(newLine, Lines))];

    private static string Entities(string text) => string.Concat(text.Select(c => c > '~' ? $"&#{(int)c};" : c == '&' ? "&amp;" : c.ToString()));

    private static string Reversed() => string.Join('\n', Lines.Select(l => l.Cells).Prepend(ExportLine.Header.Split(','))
        .Select(cells => string.Join(',', cells.Reverse().Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
}
