using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>Files that are refused whole: each with its reason, and the store as before.</summary>
public sealed class RefusedFileTests(RefusedFileTests.Stores stores) : IClassFixture<RefusedFileTests.Stores>
{
    private static readonly string OneRow = new ExportLine().ToString();

    private static readonly (string Case, Func<TestFolder, string> Make, string Says)[] Cases =
    [
        ("a missing file", f => Path.Combine(f.Path, "not-there.csv"), "no such file"),
        ("a folder", f => f.Path, "folder"),
        ("an empty file", f => f.Write("a.csv", ""), "empty"),
        ("a byte order mark alone", f => f.Write("a.csv", [0xEF, 0xBB, 0xBF]), "no table"),
        ("white space alone", f => f.Write("a.csv", " \r\n \r\n"), "not UPR Info's export"),
        ("blank lines alone", f => f.Write("a.csv", "\r\r\r"), "no table"),
        ("a link in a circle", Circle, "cannot be opened"),
        ("a link to nothing", f => Link(f, "a.csv", Path.Combine(f.Path, "gone")), "no such file"),
        ("the header alone", f => f.Write("a.csv", ExportLine.Header), "no rows"),
        ("a header without Session", f => f.Write("a.csv", ExportLine.Header.Replace(",Session", "", StringComparison.Ordinal) + "\r" + OneRow), "lacks Session"),
        ("a renamed column", f => f.Write("a.csv", ExportLine.Header.Replace("Issue", "Topic", StringComparison.Ordinal) + "\r" + OneRow), "lacks Issue"),
        ("a column twice", f => f.Write("a.csv", ExportLine.Header + ",Text\r" + OneRow + ",x"), "Text is there twice"),
        ("no header", f => f.Write("a.csv", OneRow), "not UPR Info's export"),
        ("semicolons", f => f.Write("a.csv", ExportLine.Header.Replace(',', ';')), "semicolons"),
        ("another table", f => f.Write("a.csv", "Country,Year,Value\nSlovenia,2019,7\n"), "not UPR Info's export"),
        ("prose", f => f.Write("a.txt", "Dear colleagues,\n\nthe session is postponed."), "not UPR Info's export"),
        ("a PDF", f => f.Write("a.csv", "%PDF-1.7\n%âãÏÓ\n1 0 obj"), "PDF"),
        ("a web page", f => f.Write("a.xls", "\n<!DOCTYPE html><html><title>404</title>"), "a web page"),
        ("a picture", f => f.Write("a.csv", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "a picture"),
        ("JSON", f => f.Write("a.csv", "{\"To\":\"Slovenia\"}"), "a JSON file"),
        ("rich text", f => f.Write("a.xls", @"{\rtf1 hello}"), "Rich Text"),
        ("a program", f => f.Write("a.csv", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]), "a Linux program"),
        ("random bytes", f => f.Write("a.csv", RandomBytes(10_000)), "import"),
        ("zeros", f => f.Write("a.csv", new byte[10_000]), "binary file"),
        ("a ZIP archive", f => f.Write("a.zip", Zip(("readme.txt", "hello"u8.ToArray()))), "a ZIP archive"),
        ("a Word document", f => f.Write("a.xlsx", Zip(("word/document.xml", "<w/>"u8.ToArray()))), "Word"),
        ("an OpenDocument file", f => f.Write("a.xlsx", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()))), "OpenDocument"),
        ("a ZIP archive cut off", f => f.Write("a.xlsx", Workbooks.Xlsx(Table())[..^40]), "cut off or damaged"),
        ("a quotation mark never closed", f => f.Write("a.csv", ExportLine.Header + "\r" + OneRow + "\rSlovenia,EEG,EU,\"Paint"), "Line 3: a quotation mark"),
        ("a line of 100 MB", f => Large(f, 'x'), "more than 100,000 characters"),
        ("a quoted cell of 100 MB", f => Large(f, '"'), "characters"),
        ("a million columns", f => f.Write("a.csv", new string(',', 1_000_000)), "columns"),
        ("mostly wrong rows", f => f.Write("a.csv", ExportLine.File("\r", [new ExportLine(), new ExportLine { Session = "99" }, new ExportLine { Action = "6" }])), "2 of 3 rows are refused"),
        ("a workbook of another table", f => f.Write("a.xlsx", Workbooks.Xlsx([["Country", "Year"], ["Slovenia", "2019"]])), "not UPR Info's export"),
        ("a workbook with heads in another order", f => f.Write("a.xlsx", Workbooks.Xlsx([[.. Workbooks.SheetHeads.Reverse()], new ExportLine().Cells])), "lacks To"),
        ("an empty sheet", f => f.Write("a.xlsx", Workbooks.Xlsx([])), "no table"),
        ("a workbook without its sheet", f => f.Write("a.xlsx", Zip(("xl/workbook.xml", "<workbook/>"u8.ToArray()))), "no table"),
        ("a workbook with broken XML", f => f.Write("a.xlsx", Workbooks.Package(Workbooks.Sheet(Table())[..^60])), "damaged"),
        ("a workbook with expanding entities", f => f.Write("a.xlsx", Workbooks.Package("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>")), "damaged"),
        ("a zip bomb", f => f.Write("a.xlsx", Workbooks.Package(Workbooks.Sheet(Table()), ("xl/media/bomb.xml", new byte[64 * 1024 * 1024]))), "unpacks to more than"),
        ("a workbook of thousands of parts", f => f.Write("a.xlsx", Workbooks.Package(Workbooks.Sheet(Table()), [.. Enumerable.Range(0, 1_100).Select(i => ($"xl/{i}.xml", new byte[1]))])), "parts"),
        ("a sheet of sixteen thousand columns", f => f.Write("a.xlsx", Workbooks.Package("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>")), "columns"),
        ("a row number beyond Excel's", f => f.Write("a.xlsx", Workbooks.Package(Workbooks.Sheet(Table()).Replace("<row r=\"2\">", "<row r=\"2147483000\">", StringComparison.Ordinal))), "damaged"),
        ("the start of an .xls and nothing more", f => f.Write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), "damaged"),
        ("an .xls of zeros", f => f.Write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5_000]]), "damaged"),
        ("an .xls of ones", f => f.Write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Enumerable.Repeat((byte)0xFF, 5_000)]), "damaged"),
        ("an .xls of noise", f => f.Write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. RandomBytes(20_000)]), "damaged"),
    ];

    public static MatrixTheoryData<string, Provider> CasesOnBoth => new(Cases.Select(c => c.Case), Enum.GetValues<Provider>());

    [Theory, MemberData(nameof(CasesOnBoth))]
    public async Task A_file_that_cannot_be_used_is_refused_with_its_reason_and_nothing_is_stored(string name, Provider provider)
    {
        using var folder = new TestFolder();
        var store = await stores.OfAsync(provider);
        var report = await ImportAsync(store, Array.Find(Cases, c => c.Case == name).Make(folder));
        Assert.Contains(Array.Find(Cases, c => c.Case == name).Says, report.Refusal, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((0, 0, 0), (report.Recommendations, report.Pledges, report.Known));
        await IsEmptyAsync(store);
    }

    [Fact]
    public async Task A_file_that_another_program_holds_locked_is_refused()
    {
        // A lock, unlike a permission, also stops the administrator as whom tests may run.
        using var folder = new TestFolder();
        var file = folder.Write("a.csv", ExportLine.File("\n", new ExportLine()));
        await using var holder = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("you may read it", (await ImportAsync(await stores.OfAsync(Provider.Sqlite), file)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_refused()
    {
        using var folder = new TestFolder();
        var store = await stores.OfAsync(Provider.Sqlite);
        var file = folder.Write("a.csv", ExportLine.File("\n", ExportLine.Good(600)));
        var meddler = new Progress(p => { if (p.Step == "storing") { File.AppendAllText(file, "x"); } });
        var report = await new Importer(store, TimeProvider.System).ImportAsync(file, new ImportOptions(), meddler, Cancel);
        Assert.Contains("changed while it was being read", report.Refusal, StringComparison.Ordinal);
        await IsEmptyAsync(store);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<ImportReport> ImportAsync(Store store, string file) =>
        new Importer(store, TimeProvider.System).ImportAsync(file, new ImportOptions(), cancel: Cancel);

    private static async Task IsEmptyAsync(Store store)
    {
        await using var db = store.Open();
        Assert.False(await db.Documents.AnyAsync(Cancel));
        Assert.False(await db.Recommendations.AnyAsync(Cancel));
        Assert.False(await db.Changes.AnyAsync(Cancel));
    }

    private static string[][] Table() => [Workbooks.SheetHeads, new ExportLine().Cells];

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Large(TestFolder folder, char first)
    {
        var line = new byte[100_000_000];
        Array.Fill(line, (byte)'x');
        line[0] = (byte)first;
        return folder.Write("a.csv", [.. Encoding.ASCII.GetBytes(ExportLine.Header + "\n"), .. line]);
    }

    private static string Circle(TestFolder folder)
    {
        Link(folder, "a.csv", Path.Combine(folder.Path, "b.csv"));
        return Link(folder, "b.csv", Path.Combine(folder.Path, "a.csv"));
    }

    private static string Link(TestFolder folder, string name, string target) => File.CreateSymbolicLink(Path.Combine(folder.Path, name), target).FullName;

    /// <summary>One store of each kind for all cases: they leave it empty, so they can share it.</summary>
    public sealed class Stores : IAsyncLifetime
    {
        private readonly Dictionary<Provider, TestStore> _stores = [];

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        internal async Task<Store> OfAsync(Provider provider)
        {
            if (!_stores.TryGetValue(provider, out var test))
            {
                _stores[provider] = test = await TestStores.CreateAsync(provider);
            }

            return test.Store;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var test in _stores.Values)
            {
                await test.DisposeAsync();
            }
        }
    }

    private sealed class Progress(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
