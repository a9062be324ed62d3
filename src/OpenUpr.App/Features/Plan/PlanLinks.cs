using Microsoft.AspNetCore.Mvc.Infrastructure;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Plan;

/// <summary>Leads from a step to the page on which its work is done. A step may name a page that this program does not have: then there is no link.</summary>
public sealed class PlanLinks(IActionDescriptorCollectionProvider pages)
{
    private const string Public = "public:";
    private const string Room = "coalitions/{coalition}";

    private readonly Lazy<HashSet<string>> _known = new(() => [.. pages.ActionDescriptors.Items.Select(i => i.AttributeRouteInfo?.Template).OfType<string>()]);

    /// <summary>The address; null where the step has no page, or its page is not there.</summary>
    public string? Of(PlanStep? step, ReviewPlan plan, string slug)
    {
        if (step?.Link is not { } link)
        {
            return null;
        }

        var isPublic = link.StartsWith(Public, StringComparison.Ordinal);
        var path = isPublic ? link[Public.Length..] : link;
        var bare = path.Split('?')[0].TrimStart('/');
        var template = isPublic ? bare : $"{Room}/{bare}";
        return !_known.Value.Any(k => k == template || k == template.Replace("{state}", "{iso3}", StringComparison.Ordinal)) ? null
            : isPublic ? path.Replace("{state}", plan.State, StringComparison.Ordinal)
            : $"/coalitions/{slug}{path}";
    }
}
