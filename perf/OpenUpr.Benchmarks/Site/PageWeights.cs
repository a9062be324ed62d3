using System.Text;
using System.Text.RegularExpressions;

namespace OpenUpr.Benchmarks.Site;

/// <summary>The bytes of each kind of page with everything that it loads.</summary>
internal static partial class PageWeights
{
    private static readonly string[] s_pages =
    [
        "/", "/recommendations", "/recommendations?q=torture&response=noted", "/recommendations?size=100", "/recommendations/1000", "/states", "/states/USA", "/states/USA/made",
        "/sessions", "/sessions/14", "/reviews/FRA/15", "/cycles/1", "/issues", "/issues/womens-rights", "/groups", "/groups/WEOG", "/organisations/OIC",
        "/statistics", "/statistics?by=sur", "/statistics?by=rs", "/statistics?by=issue", "/statistics?by=trends", "/statistics?by=matrix", "/statistics?by=support",
        "/compare?states=CUB,FRA,USA", "/calendar", "/data", "/glossary", "/api", "/help",
    ];

    public static async Task AddAsync(ServerProcess server, SiteReport report)
    {
        foreach (var page in s_pages)
        {
            var html = await server.GetAsync(page);
            var sent = (await server.GetAsync(page, "br")).Length;
            var (parts, partsSent) = (0, 0);
            foreach (var part in Linked().Matches(Encoding.UTF8.GetString(html)).Select(m => m.Groups[1].Value).Distinct())
            {
                parts += (await server.GetAsync(part)).Length;
                partsSent += (await server.GetAsync(part, "br")).Length;
            }

            report.Add(new PageWeight(page, html.Length, html.Length + parts, sent + partsSent));
        }
    }

    [GeneratedRegex("""<(?:link rel="(?:stylesheet|icon)"[^>]*? href|script[^>]+?src|img[^>]+?src)="(/[^"]+)["]""")]
    private static partial Regex Linked();
}
