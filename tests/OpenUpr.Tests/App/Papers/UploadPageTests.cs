using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App;
using OpenUpr.Papers;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.App.Papers;

public sealed class UploadPageTests(CuratingSite curating) : IClassFixture<CuratingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An export of the fictional world with one row.</summary>
    public static byte[] Export(string text) => Encoding.UTF8.GetBytes(
        "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\r\nArvenia,EEG,,\"" + text + "\",Nivalund,WEOG,,Accepted,5,Detention,14\r\n");

    [Fact]
    public async Task Files_are_read_in_the_background_and_the_page_says_what_became_of_each()
    {
        var batch = await curating.UploadAsync(("export.csv", Export("Close the invented prison of Hal")), ("letter.txt", "Dear all"u8.ToArray()), ("nothing.pdf", []));
        var page = await curating.WaitAsync(batch);
        Assert.Contains("1 stored, 2 refused", page, StringComparison.Ordinal);
        Assert.Contains("UPR Info's export", page, StringComparison.Ordinal);
        Assert.Contains("recommendations added: 1", page, StringComparison.Ordinal);
        Assert.Contains("The file is empty", page, StringComparison.Ordinal);
        Assert.Contains("not UPR Info's export", page, StringComparison.Ordinal);
        await using var db = curating.Site.Store.Open();
        Assert.True(await db.Texts.AnyAsync(t => t.Text == "Close the invented prison of Hal", Cancel));
        var upload = await db.Uploads.SingleAsync(u => u.FileName == "export.csv" && u.Batch == batch.Substring(batch.LastIndexOf('/') + 1), Cancel);
        Assert.Null(upload.Content);
        Assert.NotNull(upload.DocumentId);
        Assert.Contains($"/documents/{upload.DocumentId}", await curating.ReadAsync(batch), StringComparison.Ordinal);
        Assert.Contains("export.csv was read: 1 added", await curating.SeeAsync("/curate/log"), StringComparison.Ordinal);
        Assert.Contains("1 stored, 2 refused", await curating.SeeAsync("/curate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_can_be_tried_again_while_its_bytes_are_kept()
    {
        var batch = await curating.UploadAsync(("a.txt", "Dear all, again"u8.ToArray()));
        await curating.WaitAsync(batch);
        var (status, location, _) = await curating.PostAsync(batch, batch, ("act", "retry"));
        Assert.Equal((HttpStatusCode.Redirect, batch), (status, location));
        Assert.Contains("1 refused", await curating.WaitAsync(batch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_files_says_what_to_do()
    {
        var (status, _, body) = await curating.PostAsync("/curate/upload", "/curate/upload", ("batch", "0123456789abcdef"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Choose at least one file", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_is_shown_as_a_name_and_nothing_else()
    {
        var batch = await curating.UploadAsync(("../../<b>x</b>\u202E.txt", "x"u8.ToArray()));
        var page = await curating.ReadAsync(batch);
        Assert.DoesNotContain("<b>x</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("..", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_longer_than_a_file_system_takes_is_no_fault_of_the_file()
    {
        var batch = await curating.UploadAsync((string.Concat(Enumerable.Repeat("\u0627\u0628\u062A", 60)) + ".csv", Export("Read what bears a long name")));
        Assert.Contains("1 stored", await curating.WaitAsync(batch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_no_upload_made_is_not_found() => await curating.ReadAsync("/curate/uploads/x", HttpStatusCode.NotFound);

    [Theory]
    [OnEachDatabase]
    public async Task A_site_that_starts_again_reads_what_a_crash_left_half_read(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider, World.Demo);
        var earlier = new Earlier();
        var uploads = new WaitingUploads(test.Store, earlier);
        await uploads.AddAsync("00000000000000aa", "left.csv", Export("Left behind by a crash"), Cancel);
        Assert.NotNull(await uploads.ClaimAsync(Cancel));
        await using var app = await AppBuilder.BuildAsync(new ServeOptions(test.Store.Location, "http://127.0.0.1:0", Demo: true, Curate: true), Cancel);
        await app.StartAsync(Cancel);
        var row = (await UploadRows.OfBatchAsync(test.Store, "00000000000000aa", Cancel)).Single();
        for (var i = 0; i < 150 && !row.IsOver; i++)
        {
            await Task.Delay(200, Cancel);
            row = (await UploadRows.OfBatchAsync(test.Store, "00000000000000aa", Cancel)).Single();
        }

        Assert.Equal(Upload.Stored, row.State);
        Assert.Equal(1, row.Report!.Recommendations);
    }

    /// <summary>The clock of a site that crashed an hour ago.</summary>
    private sealed class Earlier : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(-1);
    }
}
