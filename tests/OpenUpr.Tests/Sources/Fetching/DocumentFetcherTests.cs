using System.IO.Compression;
using System.Text;
using OpenUpr.Sources.Fetching;
using OpenUpr.Tests.Import;
using Answering = System.Func<System.Net.Sockets.NetworkStream, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace OpenUpr.Tests.Sources.Fetching;

public sealed class DocumentFetcherTests : IDisposable
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(20);
    private static readonly byte[] s_pdf = Encoding.Latin1.GetBytes("%PDF-1.4\n" + new string('x', 5_000) + "\n%%EOF\n");

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new(s_longestPause);

    [Fact]
    public async Task A_document_lies_in_the_folder_named_by_symbol_and_language()
    {
        await using var service = new BadService(BadService.Pdf(s_pdf));
        var outcome = await FetchAsync(service, symbol: "A/HRC/59/15/Add.1", language: "fr");
        Assert.Equal((FetchResult.Fetched, 1, s_pdf.Length), (outcome.Result, outcome.Attempts, outcome.Bytes));
        Assert.Equal(Path.Combine(_folder.Path, "A_HRC_59_15_Add.1-fr.pdf"), outcome.Path);
        Assert.Equal(s_pdf, await File.ReadAllBytesAsync(outcome.Path!, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.StartsWith("GET /api/symbol/access?s=A%2FHRC%2F59%2F15%2FAdd.1&l=fr&t=pdf HTTP/1.1", service.Requests[0], StringComparison.Ordinal);
        Assert.Contains("User-Agent: OpenUPR/", service.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("200 OK", "Content-Type: text/html; charset=utf-8\r\n", "<!DOCTYPE html><p>No such symbol</p>", FetchResult.Missing)]
    [InlineData("404 Not Found", "", "", FetchResult.Missing)]
    [InlineData("403 Forbidden", "Content-Type: text/html\r\n", "<html>Just a moment...</html>", FetchResult.Blocked)]
    [InlineData("200 OK", "Content-Type: text/html\r\n", "<html><title>Just a moment...</title></html>", FetchResult.Blocked)]
    [InlineData("200 OK", "Content-Type: application/pdf\r\n", "<!DOCTYPE html><p>No such symbol</p>", FetchResult.Refused)]
    [InlineData("200 OK", "Content-Type: text/plain\r\n", "%PDF-1.4 %%EOF", FetchResult.Refused)]
    [InlineData("204 No Content", "", "", FetchResult.Failed)]
    [InlineData("400 Bad Request", "", "", FetchResult.Failed)]
    public async Task What_asking_again_cannot_help_is_asked_once(string status, string headers, string body, FetchResult expected)
    {
        await using var service = new BadService(BadService.Answer(status, headers, Encoding.Latin1.GetBytes(body)));
        await MustLeaveNothingAsync(service, expected, attempts: 1);
    }

    [Fact]
    public async Task A_service_in_trouble_is_asked_again_after_growing_waits()
    {
        await using var service = new BadService(Status("500 Oops"), Status("502 Bad Gateway"), Status("503 Busy"), BadService.Pdf(s_pdf));
        var outcome = await FetchAsync(service);
        Assert.Equal((FetchResult.Fetched, 4), (outcome.Result, outcome.Attempts));

        // 2, 4 and 8 seconds, each shortened by chance to a half at most; the pause between requests is over by then.
        Assert.Equal(3, _clock.Pauses.Count(p => p >= TimeSpan.FromSeconds(1)));
        Assert.All(_clock.Pauses.Zip([2, 4, 8]), p => Assert.InRange(p.First.TotalSeconds, p.Second / 2.0, p.Second));
    }

    [Fact]
    public async Task Trouble_that_lasts_ends_after_four_attempts()
    {
        await using var service = new BadService(Status("500 Oops"));
        await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 4);
    }

    [Theory]
    [InlineData("Retry-After: 17\r\n")]
    [InlineData("Retry-After: Mon, 05 Jan 2026 12:00:17 GMT\r\n")]
    public async Task A_busy_service_gets_the_wait_it_asks_for(string header)
    {
        await using var service = new BadService(BadService.Answer("429 Too Many Requests", header, []), BadService.Pdf(s_pdf));
        var outcome = await FetchAsync(service);
        Assert.Equal((FetchResult.Fetched, 2), (outcome.Result, outcome.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(17), _clock.Pauses.Max());
    }

    [Fact]
    public async Task A_service_that_asks_for_hours_is_left_alone()
    {
        await using var service = new BadService(BadService.Answer("429 Too Many Requests", "Retry-After: 7200\r\n", []));
        var outcome = await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 1);
        Assert.Contains("120 minutes", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_before_the_headers_ends()
    {
        await using var service = new BadService(BadService.Slow(_clock, TimeSpan.FromSeconds(10), [], []));
        var outcome = await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 4);
        Assert.Contains("sent nothing for 30 seconds", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_in_the_middle_of_the_document_ends()
    {
        var half = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 9000\r\n\r\n%PDF-1.4 half");
        await using var service = new BadService(BadService.Slow(_clock, TimeSpan.FromSeconds(10), half, []));
        var outcome = await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 4);
        Assert.Contains("sent nothing for 30 seconds", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trickle_without_end_ends()
    {
        var head = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 900000\r\n\r\n%PDF-1.4");
        await using var service = new BadService(BadService.Slow(_clock, TimeSpan.FromSeconds(25), head, "x"u8.ToArray()));

        // Every piece comes in time, all of them do not. A reader that is late may see a silence instead; both end it.
        await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 4);
    }

    [Fact]
    public async Task An_endless_body_stops_at_the_limit()
    {
        var head = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nConnection: close\r\n\r\n%PDF-1.4");
        await using var service = new BadService(BadService.Slow(_clock, TimeSpan.Zero, head, new byte[64 * 1024]));
        var outcome = await MustLeaveNothingAsync(service, FetchResult.Refused, attempts: 1);
        Assert.Contains("larger than 1 MB", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_length_above_the_limit_is_not_even_read()
    {
        await using var service = new BadService(BadService.Pdf("%PDF"u8.ToArray(), "Content-Length: 99999999999\r\n"));
        await MustLeaveNothingAsync(service, FetchResult.Refused, attempts: 1);
    }

    [Theory]
    [InlineData("Content-Length: 9000\r\n")]
    [InlineData("Connection: close\r\n")]
    [InlineData("Content-Length: 300\r\n")]
    public async Task A_document_that_broke_off_is_fetched_again(string header)
    {
        // Shorter than it says; without a length; and a length that cuts the document.
        await using var service = new BadService(BadService.Pdf(s_pdf[..400], header), BadService.Pdf(s_pdf));
        var outcome = await FetchAsync(service);
        Assert.Equal((FetchResult.Fetched, 2, s_pdf.Length), (outcome.Result, outcome.Attempts, outcome.Bytes));
    }

    [Fact]
    public async Task An_empty_document_is_no_document()
    {
        await using var service = new BadService(BadService.Pdf([]));
        await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 4);
    }

    [Fact]
    public async Task Compression_on_the_way_is_undone_and_limits_hold_for_what_comes_out()
    {
        await using var service = new BadService(BadService.Pdf(Gzip(s_pdf), "Content-Encoding: gzip\r\n"));
        var outcome = await FetchAsync(service);
        Assert.Equal(s_pdf, await File.ReadAllBytesAsync(outcome.Path!, TestContext.Current.CancellationToken));

        await using var bomb = new BadService(BadService.Pdf(Gzip(new byte[8_000_000]), "Content-Encoding: gzip\r\n"));
        File.Delete(outcome.Path!);
        await MustLeaveNothingAsync(bomb, FetchResult.Refused, attempts: 1);
    }

    [Fact]
    public async Task What_only_claims_to_be_compressed_is_a_broken_answer()
    {
        await using var service = new BadService(BadService.Pdf(s_pdf, "Content-Encoding: gzip\r\n"));
        await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 4);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        await using var service = new BadService(Redirect("/again"));
        await MustLeaveNothingAsync(service, FetchResult.Failed, attempts: 1);
        Assert.Equal(6, service.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_within_the_service_is_followed()
    {
        await using var service = new BadService(Redirect("/doc/UNDOC/GEN/1.pdf"), BadService.Pdf(s_pdf));
        Assert.Equal(FetchResult.Fetched, (await FetchAsync(service)).Result);
        Assert.StartsWith("GET /doc/UNDOC/GEN/1.pdf ", service.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/file.pdf")]
    [InlineData("http://documents.un.org/file.pdf")]
    [InlineData("https://documents.un.org.example.org/file.pdf")]
    [InlineData("https://documents.un.org@example.org/file.pdf")]
    [InlineData("http://127.0.0.1:9/file.pdf")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_anybody_else_is_refused(string location)
    {
        await using var service = new BadService(Redirect(location));
        await MustLeaveNothingAsync(service, FetchResult.Refused, attempts: 1);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_tried_again()
    {
        Uri closed;
        await using (var service = new BadService(Status("500 Oops")))
        {
            closed = service.Address;
        }

        var outcome = await FetchAsync(closed, FetchType.Pdf, "A/HRC/48/7", "en");
        Assert.Equal((FetchResult.Failed, 4), (outcome.Result, outcome.Attempts));
    }

    [Fact]
    public async Task An_old_document_comes_in_the_old_form_of_Word()
    {
        await using var service = new BadService(Status("404 Not Found"), BadService.Answer("200 OK", "Content-Type: application/msword\r\n", Docx()));
        var outcome = await FetchAsync(service.Address, FetchType.Word, "A/HRC/48/7", "en");

        // Named by what it is, not by what was asked for.
        Assert.Equal((FetchResult.Fetched, "A_HRC_48_7-en.docx"), (outcome.Result, Path.GetFileName(outcome.Path)));
        Assert.Equal(["docx", "doc"], service.Requests.Select(r => r.Split(' ')[1].Split("t=")[1]));
    }

    [Fact]
    public async Task A_file_that_was_there_stays_when_the_new_one_fails()
    {
        var old = _folder.Write("A_HRC_48_7-en.pdf", "the old one");
        await using var service = new BadService(BadService.Pdf(s_pdf[..400], "Content-Length: 9000\r\n"));
        await FetchAsync(service);
        Assert.Equal("the old one", await File.ReadAllTextAsync(old, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Between_two_documents_there_is_a_pause()
    {
        await using var service = new BadService(BadService.Pdf(s_pdf));
        using var fetcher = new DocumentFetcher(Options(service.Address), _clock);
        foreach (var symbol in (string[])["A/HRC/48/7", "A/HRC/48/8", "A/HRC/48/9"])
        {
            await fetcher.FetchAsync(new(DocumentSymbol.Parse(symbol)!, "en", FetchType.Pdf), _folder.Path, cancel: TestContext.Current.CancellationToken);
        }

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)], _clock.Pauses);
    }

    [Fact]
    public async Task A_person_who_stops_it_is_obeyed_and_nothing_is_left()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var service = new BadService(async (_, cancel) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel);
        });
        using var fetcher = new DocumentFetcher(Options(service.Address), _clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new(DocumentSymbol.Parse("A/HRC/48/7")!, "en", FetchType.Pdf), _folder.Path, cancel: stop.Token));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("A/HRC/48/7", "A/HRC/48/7")]
    [InlineData(" A/HRC/WG.6/48/ SVN/1\n", "A/HRC/WG.6/48/SVN/1")]
    [InlineData("A/HRC/DEC/21/108", "A/HRC/DEC/21/108")]
    [InlineData("", null)]
    [InlineData("report.pdf", null)]
    [InlineData("A/../../etc/passwd", null)]
    [InlineData("A/HRC/48/7?x=1", null)]
    [InlineData("/etc/passwd", null)]
    [InlineData("https://docs.un.org/A/HRC/48/7", null)]
    public void A_symbol_is_told_from_everything_else(string typed, string? expected) => Assert.Equal(expected, DocumentSymbol.Parse(typed)?.Text);

    public void Dispose() => _folder.Dispose();

    private static Answering Status(string status) => BadService.Answer(status, "", []);

    private static Answering Redirect(string location) => BadService.Answer("302 Found", $"Location: {location}\r\n", []);

    private static FetchOptions Options(Uri address) => new() { From = address, MaxBytes = 1_048_576, Chance = new Random(7) };

    private static byte[] Docx()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            zip.CreateEntry("word/document.xml").Open().Dispose();
        }

        return file.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private Task<FetchOutcome> FetchAsync(BadService service, string symbol = "A/HRC/48/7", string language = "en") => FetchAsync(service.Address, FetchType.Pdf, symbol, language);

    private async Task<FetchOutcome> FetchAsync(Uri address, FetchType type, string symbol, string language)
    {
        using var fetcher = new DocumentFetcher(Options(address), _clock);
        return await fetcher.FetchAsync(new(DocumentSymbol.Parse(symbol)!, language, type), _folder.Path, cancel: TestContext.Current.CancellationToken);
    }

    private async Task<FetchOutcome> MustLeaveNothingAsync(BadService service, FetchResult expected, int attempts)
    {
        var outcome = await FetchAsync(service);
        Assert.Equal((expected, attempts), (outcome.Result, outcome.Attempts));
        Assert.Null(outcome.Path);
        Assert.NotEmpty(outcome.Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        return outcome;
    }
}
