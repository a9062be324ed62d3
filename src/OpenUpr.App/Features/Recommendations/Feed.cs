using Microsoft.Net.Http.Headers;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Export.Atom;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>Any search as an Atom feed, so that a feed reader tells its owner what is new: the same address as the page with another ending.</summary>
public static class Feed
{
    public const string Address = SearchLink.Page + ".atom";

    public static void MapRecommendationFeed(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], SendAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, Address + "?q=detention"));

    private static async Task SendAsync(HttpContext context, Store store, LiveIndex live, Labels labels, DataNote note)
    {
        var cancel = context.RequestAborted;
        var asked = SearchRequest.Read(context.Request.Query);
        var parsed = asked.Refusal is null ? QueryParser.Parse(asked.Text, asked.Filters, store.Reference) : null;
        if (parsed?.Query is not { } query)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, asked.Refusal ?? string.Join(' ', parsed!.Problems.Select(p => p.Message)));
            return;
        }

        var rows = await FeedRows.ReadAsync(store, live.Current, query, cancel);
        var updated = rows.Count > 0 ? rows.Max(r => r.Updated) : (await note.ReadAsync(cancel)).AsOf ?? DateTimeOffset.UnixEpoch;
        var host = $"{context.Request.Scheme}://{context.Request.Host}";
        var feed = new AtomFeed(
            AtomId.OfSearch(store.World, SearchLink.To(query)), TitleOf(query, labels, store.World), Numbers.Fill(GuideWords.Feed_About, FeedRows.Longest),
            host + SearchLink.To(query, path: Address), host + SearchLink.To(query), updated, Words.Product_Name, "en",
            [.. rows.Select(r => Entry(r, host, labels))]);
        var body = AtomWriter.Write(feed);

        // Weak, because the same feed leaves here compressed or not. A reader that knows it gets 304 and no body.
        var tag = new EntityTagHeaderValue($"\"{Assets.Fingerprint(body)}\"", isWeak: true);
        await Results.Bytes(body, AtomWriter.MediaType, lastModified: updated, entityTag: tag).ExecuteAsync(context);
    }

    private static string TitleOf(SearchQuery query, Labels labels, World world)
    {
        var words = SearchAddress.Fields(query).FirstOrDefault(f => f.Key == "q").Value;
        var parts = Chip.Filters(query, labels).Select(c => c.Label);
        var what = string.Join("; ", words is null ? parts : parts.Prepend(words));
        return Numbers.Fill(world == World.Demo ? GuideWords.Feed_TitleDemo : GuideWords.Feed_Title, what.Length == 0 ? GuideWords.Feed_Everything : what);
    }

    private static AtomEntry Entry(FeedRow found, string host, Labels labels)
    {
        var row = found.Row;
        var title = row.Kind == RecommendationKind.Pledge
            ? Numbers.Fill(Words.Rec_PledgeHeading, labels.State(row.Sur), row.Session)
            : Numbers.Fill(Words.Rec_Heading, labels.State(row.Rs), labels.State(row.Sur), row.Session);
        var position = row.Position is { } said ? row.Partial ? Words.Position_Partly : Labels.Position(said) : null;
        return new AtomEntry(
            found.AtomId, title, position is null ? row.Text : Numbers.Fill(GuideWords.Feed_Summary, row.Text, position),
            $"{host}{SearchLink.Page}/{row.Id}", found.Added, found.Updated,
            [.. row.Issues.Select(name => new AtomCategory(IssueList.Current.Find(name)?.Slug ?? name, name))]);
    }
}
