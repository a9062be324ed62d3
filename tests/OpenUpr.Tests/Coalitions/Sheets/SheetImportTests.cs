using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources;
using OpenUpr.Tests.Import;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions.Sheets;

/// <summary>Sheets that people keep today, coming into a room.</summary>
public sealed class SheetImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task People_come_in_once_each_with_a_way_in(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var access = await test.AsAsync("amara");
        var organisation = (await MemberOrganisations.ListAsync(test.Rooms.Store, access, Cancel))[0].Name;
        var table = Read($"Nom;Fonction;Organisation;Tâches;Téléphone\nDalia R.;observatrice;{organisation.ToUpperInvariant()};Lit les rapports;1\nKofi;;;;2\nDALIA R.;éditeur;;;3\n");
        var columns = ColumnGuess.Of(table, SheetTarget.Find("people")!.Fields);
        Assert.Equal([("name", 0), ("organisation", 2), ("role", 1), ("task", 3)], columns.Select(c => (c.Key, c.Value)).Order());

        var dry = await RunAsync(test, access, "people", table, isDryRun: true);
        Assert.Equal((2, 1, 0, false), (dry.Count(SheetVerdict.New), dry.Count(SheetVerdict.Same), dry.Count(SheetVerdict.Refused), dry.IsTaken));
        Assert.DoesNotContain(await People.ListAsync(test.Rooms.Store, access, Cancel), p => p.Name == "Kofi");

        var taken = await RunAsync(test, access, "people", table);
        Assert.True(taken.IsTaken);
        Assert.Equal(["Dalia R.", "Kofi"], taken.Ways.Select(w => w.Name));
        var people = await People.ListAsync(test.Rooms.Store, access, Cancel);
        Assert.Equal((CoalitionRole.Observer, organisation, "Lit les rapports", true), people.Where(p => p.Name == "Dalia R.").Select(p => (p.Role, p.Organisation!, p.Task!, p.IsWaiting)).Single());
        Assert.Equal(CoalitionRole.Contributor, people.Single(p => p.Name == "Kofi").Role);

        var again = await RunAsync(test, access, "people", table);
        Assert.Equal((0, 3), (again.Count(SheetVerdict.New), again.Count(SheetVerdict.Same)));
        Assert.Equal(people.Count, (await People.ListAsync(test.Rooms.Store, access, Cancel)).Count);
        Assert.Empty((await AuditCheck.RunAsync(test.Rooms.Store, test.Rooms.Keys, access.CoalitionId, null, Cancel)).Flaws);
    }

    [Theory]
    [OnEachDatabase]
    public async Task One_refused_row_keeps_the_whole_file_out_and_says_where(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var access = await test.AsAsync("amara");
        var table = Read("Name,Type,Website,Founded,Issues\nRiver Watch,ong,riverwatch.example,2009,Detention; Women's rights\nHill Watch,something,,,\n,ngo,,,\nLake Watch,ngo,javascript:alert(1),,\n");
        var done = await RunAsync(test, access, "organisations", table);
        Assert.False(done.IsTaken);
        Assert.Equal(
            [(2, SheetVerdict.New, null, null), (3, SheetVerdict.Refused, Refusal.Unknown, "kind"), (4, SheetVerdict.Refused, Refusal.Empty, "name"), (5, SheetVerdict.Refused, Refusal.NoAddress, "website")],
            done.Lines.Select(l => (l.Row, l.Verdict, l.Why, l.Field)));
        Assert.Equal("something", done.Lines[1].Cell);
        Assert.DoesNotContain(await MemberOrganisations.ListAsync(test.Rooms.Store, access, Cancel), o => o.Name == "River Watch");

        var good = table with { Rows = [table.Rows[0]] };
        Assert.True((await RunAsync(test, access, "organisations", good)).IsTaken);
        var river = (await MemberOrganisations.ListAsync(test.Rooms.Store, access, Cancel)).Single(o => o.Name == "River Watch");
        Assert.Equal(("ngo", "https://riverwatch.example", "2009", 2), (river.Kind, river.Website, river.Founded, river.Issues.Split('\n').Length));
    }

    [Fact]
    public async Task Meetings_and_trainings_are_read_with_the_days_that_the_column_shows()
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var access = await test.AsAsync("amara");
        var table = Read("Titre\tDate\tHeure\tLieu\tProcès-verbal\nComité\t13/02/2026\t14h30\tSalle A\t\"Une ligne\net une autre\"\nComité\t03/02/2026\t\t\t\n");
        Assert.True((await RunAsync(test, access, "meetings", table)).IsTaken);
        var meetings = (await Meetings.ListAsync(test.Rooms.Store, access, Cancel)).Where(m => m.Title == "Comité").OrderBy(m => m.StartsAt).ToList();
        Assert.Equal([new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 13, 14, 30, 0, TimeSpan.Zero)], meetings.Select(m => m.StartsAt));
        Assert.Equal("Une ligne\net une autre", meetings[1].Minutes);

        // Nothing in the column says which of the two comes first.
        var unclear = await RunAsync(test, access, "trainings", Read("Taller,Fecha,Participantes\nSeguridad digital,03/02/2026,12\n"), isDryRun: true);
        Assert.Equal((SheetVerdict.Refused, Refusal.NoDate, "on"), (unclear.Lines[0].Verdict, unclear.Lines[0].Why, unclear.Lines[0].Field));
        Assert.True((await RunAsync(test, access, "trainings", SheetReader.Read(Workbooks.Xlsx(["Taller", "Fecha", "Participantes"], ["Seguridad digital", "2026-02-03", "12"]), Cancel))).IsTaken);
        Assert.Contains(await Records.TrainingsAsync(test.Rooms.Store, access, Cancel), t => t is { Title: "Seguridad digital", Participants: 12 });
    }

    [Theory]
    [InlineData("28.3.2026", "2026-03-28")]
    [InlineData("28.3.26", "2026-03-28")]
    [InlineData("2026/3/28", "2026-03-28")]
    [InlineData("2026-03-28 14:30", "2026-03-28")]
    [InlineData("28 March 2026", "2026-03-28")]
    [InlineData("28-Mar-26", "2026-03-28")]
    [InlineData("March 28, 2026", "2026-03-28")]
    [InlineData("28th March 2026", "2026-03-28")]
    [InlineData("1er mars 2026", "2026-03-01")]
    [InlineData("28 de marzo de 2026", "2026-03-28")]
    [InlineData("31.2.2026", null)]
    [InlineData("3/4/2026", null)]
    [InlineData("in spring", null)]
    public void A_day_is_read_as_people_write_it_or_left_for_the_form_to_refuse(string cell, string? day)
    {
        Assert.Equal(day ?? cell, new SheetDays([cell]).Day(cell));
        Assert.Equal(day is not null || cell == "31.2.2026" || cell == "3/4/2026", SheetDays.Looks(cell));
    }

    [Theory]
    [InlineData("Members of the group, 2026;;\n;;\nFull name;Role;Member of\nAda;editor;\n", 3)]
    [InlineData("Who;;Where\nName;Role;Organisation\nAda;editor;\n", 2)]
    [InlineData("Name;Role\nNom;editor\nAda;editor\n", 1)]
    [InlineData("Ada;editor\nBo;reader\n", 1)]
    [InlineData("A title\nX;Y\nAda;1\n", 2)]
    public void The_headings_are_found_below_a_title(string text, int line) => Assert.Equal(line, Read(text).WithHeadingsOf(SheetTarget.Find("people")!.Fields).HeadingLine);

    [Fact]
    public void Days_and_hours_of_a_workbook_come_as_forms_send_them()
    {
        // As the reader of workbooks gives its moments.
        var table = SheetReader.Read(Workbooks.Xlsx(["Date", "Time"], ["03/28/2026 00:00:00", "12/31/1899 10:00:00"], ["03/28/2026 09:05:00", ""]), Cancel);
        Assert.Equal(["2026-03-28", "2026-03-28 09:05"], table.Column(0));
        Assert.Equal(["10:00"], table.Column(1));
    }

    [Fact]
    public async Task Nobody_but_the_secretariat_brings_sheets_and_an_upload_is_sealed_and_goes()
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var (amara, lucas) = (await test.AsAsync("amara"), await test.AsAsync("lucas"));
        var (table, target) = (Read("Name\nSomebody Known\n"), SheetTarget.Find("people")!);
        Assert.Equal(Refusal.Absent, (await RunAsync(test, lucas, "people", table)).Outcome.Refused);
        Assert.Equal(Refusal.Absent, (await SheetUploads.AddAsync(test.Rooms, lucas, CoalitionRole.Secretariat, target.Kind, table, Cancel)).Refused);
        var id = (await SheetUploads.AddAsync(test.Rooms, amara, CoalitionRole.Secretariat, target.Kind, table, Cancel)).Id;
        Assert.Null(await SheetUploads.FindAsync(test.Rooms, lucas, id, Cancel));
        Assert.Null(await SheetUploads.FindAsync(test.Rooms, await test.AsAsync("petra", "arvenia-watch"), id, Cancel));
        Assert.Equal("Somebody Known", (await SheetUploads.FindAsync(test.Rooms, amara, id, Cancel))!.Value.Table.Rows[0].Cells[0]);
        await using var db = test.Open(amara);
        Assert.Equal(-1, (await db.SheetUploads.SingleAsync(Cancel)).Sealed.AsSpan().IndexOf("Somebody"u8));
        await SheetImport.RunAsync(test.Rooms, amara, target, table, ColumnGuess.Of(table, target.Fields), isDryRun: false, id, Cancel);
        Assert.False(await db.SheetUploads.AnyAsync(Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Name\n")]
    [InlineData("%PDF-1.7\nName\n")]
    [InlineData("Name\n\"never closed\n")]
    public void What_is_no_sheet_is_refused_in_words(string content) => Assert.Throws<SourceException>(() => Read(content));

    [Fact]
    public void A_sheet_is_read_whatever_wrote_it_and_within_limits()
    {
        Assert.Equal("Zoé", Read("Nom\rZoé\r", OpenUpr.Sources.Csv.TextEncodings.MacRoman).Rows[0].Cells[0]);
        Assert.Equal("Zoé", Read("Nom;Rôle\r\nZoé;Éditeur\r\n", OpenUpr.Sources.Csv.TextEncodings.Windows1252).Rows[0].Cells[0]);
        Assert.Equal("Zoé", SheetReader.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Nom\tRôle\nZoé\tx\n")], Cancel).Rows[0].Cells[0]);
        Assert.Equal(4, Read("Name\n\n\nZoe\n").Rows[0].Line);
        Assert.Throws<SourceException>(() => Read("Name\n" + string.Concat(Enumerable.Repeat("x\n", SheetReader.MaxRows + 1))));
        Assert.Throws<SourceException>(() => Read(string.Join(',', Enumerable.Repeat("x", SheetReader.MaxColumns + 1)) + "\nx\n"));
        Assert.Throws<SourceException>(() => SheetReader.Read(new byte[SheetReader.MaxBytes + 1], Cancel));
    }

    private static SheetTable Read(string text, Encoding? encoding = null) => SheetReader.Read((encoding ?? Encoding.UTF8).GetBytes(text), Cancel);

    private static Task<SheetOutcome> RunAsync(TestRooms test, CoalitionAccess access, string kind, SheetTable table, bool isDryRun = false) =>
        SheetImport.RunAsync(test.Rooms, access, SheetTarget.Find(kind)!, table, ColumnGuess.Of(table, SheetTarget.Find(kind)!.Fields), isDryRun, null, Cancel);
}
