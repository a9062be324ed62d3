using System.Text.Encodings.Web;
using OpenUpr.App.Shared;

namespace OpenUpr.Tests.App;

/// <summary>A text as people type it, on a page.</summary>
public sealed class ComposedHtmlTests
{
    [Fact]
    public void Marks_become_headings_lists_and_quotes_and_nothing_that_is_typed_becomes_a_tag()
    {
        using var html = new StringWriter();
        ComposedHtml.Of("# One <b>\nfirst\nsecond\n\n- a\n- b & c\n> said\n## Two", 2).WriteTo(html, HtmlEncoder.Default);
        Assert.Equal("<h2 id=\"heading-1\">One &lt;b&gt;</h2><p>first<br>second</p><ul><li>a</li><li>b &amp; c</li></ul><blockquote>said</blockquote><h3 id=\"heading-2\">Two</h3>", html.ToString());
    }

    [Fact]
    public void A_list_at_the_end_is_closed_and_an_empty_text_is_empty()
    {
        using var html = new StringWriter();
        ComposedHtml.Of("- a", 3).WriteTo(html, HtmlEncoder.Default);
        ComposedHtml.Of("", 3).WriteTo(html, HtmlEncoder.Default);
        Assert.Equal("<ul><li>a</li></ul>", html.ToString());
    }
}
