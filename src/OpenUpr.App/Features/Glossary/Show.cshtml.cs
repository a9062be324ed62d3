using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Glossary;

[Access(AccessAttribute.Public, "/glossary")]
public sealed class ShowModel : PageModel
{
    public static IReadOnlyList<IGrouping<char, Term>> Letters { get; } = [.. Term.All.GroupBy(t => t.Letter)];

    /// <summary>The term to read with another; the file's slugs are checked by a test.</summary>
    public static Term Find(string slug) => Term.All.First(t => t.Slug == slug);
}
