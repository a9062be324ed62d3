using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.Demo;
using OpenUpr.Tests.Evidence;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>Files with hostile names and contents. None is run, shown, written where its name says, or costs more than it weighs.</summary>
[Collection(nameof(RoomsSite))]
public sealed partial class UploadTests(RoomsSite rooms)
{
    private const string Room = "/coalitions/" + DemoCoalition.Slug + "/evidence";

    /// <summary>As they stand in the form's part, after the field's name.</summary>
    private static readonly string[] s_names =
    [
        "filename=\"photo.jpg.exe\"", "filename=\"photo.exe.jpg\"", "filename=\"../../../../etc/passwd\"", "filename=\"..\\\\..\\\\openupr.db\"", "filename=\"C:\\\\windows\\\\win.ini\"", "filename=\"/etc/cron.d/x\"", "filename=\"demo.key\"",
        "filename=\"a%0d%0aSet-Cookie: x=1.txt\"", "filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1.txt", "filename=\"a\\\"; filename=\\\"b.exe\"", "filename*=UTF-8''%2e%2e%2f%2e%2e%2fopenupr.db", "filename=\"a.txt\"; filename*=UTF-8''b.html",
        "filename=\"a\u0000.txt\"", "filename=\"\u202Egpj.exe\"", "filename=\"<script>alert(1)</script>.txt\"", "filename=\"' OR 1=1 --.txt\"", "filename=\"{{7*7}}.txt\"", "filename=\"CON\"", "filename=\".htaccess\"", "filename=\"...\"", "filename=\" \"",
        "filename=\"index.html\"", "filename=\"x.svg\"", "filename=\"=cmd|' /C calc'!A0.csv\"", "filename=\"web.config\"", "filename=\"a;b=c.txt\"", "filename=\"\uFF0E\uFF0E\uFF0Fx\"",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_name_of_a_file_leads_anywhere_or_ends_a_header()
    {
        var id = await AddCaseAsync("Willow 70");
        var folder = Files();
        foreach (var name in s_names.Append($"filename=\"{new string('x', 5_000)}.txt\""))
        {
            using var sent = await SendAsync(id, name, "Plain words.\n"u8.ToArray());
            Assert.True(sent.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.BadRequest, $"{name} gave {sent.StatusCode}");
            Assert.False(sent.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith("x=", StringComparison.Ordinal)), name);
        }

        using var page = await rooms.SendAsync(rooms["lucas"], HttpMethod.Get, $"{Room}/{id}");
        var body = await page.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<script>alert(1)", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", body, StringComparison.Ordinal);
        foreach (var file in FileLink().Matches(body).Select(m => m.Groups[1].Value).Distinct())
        {
            using var got = await rooms.SendAsync(rooms["lucas"], HttpMethod.Get, $"{Room}/{id}/files/{file}");
            var header = got.Content.Headers.GetValues("Content-Disposition").Single();
            Assert.StartsWith("attachment; filename=\"", header, StringComparison.Ordinal);
            Assert.True(header.Length < 2_000 && header.All(c => c is >= ' ' and <= '~') && header.Count(c => c == '"') == 2 && !header.Contains('/', StringComparison.Ordinal) && !header.Contains('\\', StringComparison.Ordinal), header);
            Assert.Equal(("text/plain", "nosniff"), (got.Content.Headers.ContentType!.MediaType, got.Headers.GetValues("X-Content-Type-Options").Single()));
        }

        Assert.Equal(folder, Files());
    }

    [Fact]
    public async Task A_file_is_what_its_bytes_say_and_never_runs()
    {
        var id = await AddCaseAsync("Willow 71");
        foreach (var (name, bytes, isTaken) in new (string, byte[], bool)[]
        {
            ("holiday.jpg", [.. "MZ"u8, .. new byte[200]], false), ("holiday.jpg", [0x7F, .. "ELF"u8, .. new byte[200]], false), ("letter.docx", Zip("a.txt", 10), false), ("photo.png", Samples.Docx(("word/vbaProject.bin", [1, 2, 3])), false),
            ("photo.jpg", "<html><script>alert(1)</script></html>"u8.ToArray(), true), ("photo.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(), true), ("run.exe", Samples.Jpeg(1), true),
            ("page.html", "GIF89a<script>alert(1)</script>"u8.ToArray(), true), ("a.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"u8.ToArray(), true),
        })
        {
            using var sent = await SendAsync(id, $"filename=\"{name}\"", bytes);
            Assert.True(sent.StatusCode == (isTaken ? HttpStatusCode.SeeOther : HttpStatusCode.BadRequest), $"{name} ({Encoding.Latin1.GetString(bytes.AsSpan(0, 4))}) gave {sent.StatusCode}");
        }

        using var page = await rooms.SendAsync(rooms["lucas"], HttpMethod.Get, $"{Room}/{id}");
        foreach (var file in FileLink().Matches(await page.Content.ReadAsStringAsync(Cancel)).Select(m => m.Groups[1].Value).Distinct())
        {
            using var got = await rooms.SendAsync(rooms["lucas"], HttpMethod.Get, $"{Room}/{id}/files/{file}");
            if (got.StatusCode == HttpStatusCode.OK)
            {
                Assert.Contains(got.Content.Headers.ContentType!.MediaType!, new[] { "application/octet-stream", "image/jpeg", "image/gif", "text/plain" });
                Assert.StartsWith("sandbox", got.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                Assert.DoesNotContain("root:", Encoding.Latin1.GetString(await got.Content.ReadAsByteArrayAsync(Cancel)), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_large_one_costs_little()
    {
        var id = await AddCaseAsync("Willow 72");
        var clock = Stopwatch.StartNew();
        var bomb = Samples.Docx(("word/media/image1.xml", new byte[30 * 1024 * 1024]));
        Assert.True(bomb.Length < 100_000);
        using var sent = await SendAsync(id, "filename=\"a.docx\"", bomb);
        Assert.True(sent.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.BadRequest, $"gave {sent.StatusCode}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task A_form_that_is_none_changes_nothing()
    {
        var id = await AddCaseAsync("Willow 73");
        var (token, cookie) = await rooms.FormAsync(rooms["lucas"]);
        var before = await rooms.ContentAsync();
        foreach (var (type, body) in new[]
        {
            ("multipart/form-data", ""), ("multipart/form-data; boundary=", "--\r\n"), ("multipart/form-data; boundary=X", "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nwords\r\n--X--"), ("multipart/form-data; boundary=X", "--X\r\n\r\n--X--\r\n"),
            ("multipart/mixed; boundary=X", "--X--"), ("application/json", "{}"), ("text/plain", "x"), ("application/x-www-form-urlencoded", "file=a"), ("multipart/form-data; boundary=X", new string('-', 70_000)),
            ("multipart/form-data; boundary=X", $"--X\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{new string('A', 600_000)}\r\n--X--"), ($"multipart/form-data; boundary={new string('b', 300)}", "x"),
        })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var sent = await rooms.SendAsync(rooms["lucas"], HttpMethod.Post, $"{Room}/{id}/files", content, cookie, ("RequestVerificationToken", type == "application/json" ? token : "x"));
            Assert.True(sent.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{type} gave {sent.StatusCode}");
        }

        Assert.Equal(before, await rooms.ContentAsync());
    }

    private static byte[] Zip(string name, int size)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(new byte[size]);
        }

        return packed.ToArray();
    }

    private string[] Files() => [.. Directory.EnumerateFiles(rooms.Site.Store.Location.DataFolder, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task<string> AddCaseAsync(string alias)
    {
        var (status, _, location) = await rooms.PostAsync("lucas", $"{Room}/new", [("alias", alias), ("consent", "given")]);
        Assert.Equal(HttpStatusCode.SeeOther, status);
        return location!.Split('/')[^1];
    }

    private async Task<HttpResponseMessage> SendAsync(string id, string name, byte[] bytes)
    {
        var (token, cookie) = await rooms.FormAsync(rooms["lucas"]);
        var head = $"--X\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--X\r\nContent-Disposition: form-data; name=\"file\"; {name}\r\n\r\n";
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes(head), .. bytes, .. "\r\n--X--\r\n"u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=X");
        return await rooms.SendAsync(rooms["lucas"], HttpMethod.Post, $"{Room}/{id}/files", content, cookie);
    }

    [GeneratedRegex("/files/([0-9]+)\"")]
    private static partial Regex FileLink();
}
