using System.Text;
using System.Xml.Linq;
using OpenUpr.Export.Atom;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Export;

public sealed class AtomWriterTests
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset s_moment = new(2026, 11, 21, 23, 30, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_feed_keeps_every_text_that_XML_can_hold_and_leaves_out_what_it_cannot()
    {
        foreach (var text in SampleRows.HostileTexts)
        {
            var entry = Read([Entry(text)]).Element(s_atom + "entry")!;
            var expected = new string([.. text.Where((c, i) => IsHeld(text, i))]);
            Assert.Equal(Lines(expected), Lines(entry.Element(s_atom + "summary")!.Value));
            Assert.Equal(Lines(expected), Lines(entry.Element(s_atom + "title")!.Value));
        }
    }

    [Fact]
    public void A_feed_has_what_RFC_4287_asks_of_it()
    {
        var feed = Read([Entry("Ratify.")]);
        Assert.Equal("feed", feed.Name.LocalName);
        foreach (var name in new[] { "id", "title", "updated", "author" })
        {
            Assert.Single(feed.Elements(s_atom + name));
        }

        Assert.Equal("2026-11-21T22:30:00Z", feed.Element(s_atom + "updated")!.Value);
        var entry = feed.Element(s_atom + "entry")!;
        foreach (var name in new[] { "id", "title", "updated", "published", "summary" })
        {
            Assert.Single(entry.Elements(s_atom + name));
        }

        Assert.Equal("http://localhost/recommendations/1", entry.Elements(s_atom + "link").Single(l => l.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value);
        Assert.Equal("torture", entry.Element(s_atom + "category")!.Attribute("term")!.Value);
    }

    [Fact]
    public void A_name_depends_on_its_content_and_on_nothing_else()
    {
        // Written down, because feed readers of the world keep these names: a change shows every entry as new.
        Assert.Equal("urn:uuid:20264d91-f80c-8116-96f8-f9cbdec6d51f", AtomId.OfRecommendation(World.UnitedNations, [1, 2, 3]));
        Assert.NotEqual(AtomId.OfRecommendation(World.UnitedNations, [1, 2, 3]), AtomId.OfRecommendation(World.Demo, [1, 2, 3]));
        Assert.NotEqual(AtomId.OfRecommendation(World.UnitedNations, [1, 2, 3]), AtomId.OfRecommendation(World.UnitedNations, [1, 2, 4]));
        Assert.NotEqual(AtomId.OfSearch(World.Demo, "/recommendations?q=a"), AtomId.OfSearch(World.Demo, "/recommendations?q=b"));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", AtomId.OfSearch(World.Demo, "x"));
    }

    private static AtomEntry Entry(string text) =>
        new("urn:uuid:1", text, text, "http://localhost/recommendations/1", s_moment, s_moment, [new("torture", "Torture")]);

    private static XElement Read(IReadOnlyList<AtomEntry> entries)
    {
        var feed = new AtomFeed("urn:uuid:0", "Title", "Subtitle", "http://localhost/recommendations.atom", "http://localhost/recommendations", s_moment, "OpenUPR", "en", entries);
        return XDocument.Parse(Encoding.UTF8.GetString(AtomWriter.Write(feed)), LoadOptions.PreserveWhitespace).Root!;
    }

    // XML reads every kind of line end as one.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static bool IsHeld(string text, int i) => text[i] switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or '\uFFFE' or '\uFFFF' => false,
        var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]),
        _ => true,
    };
}
