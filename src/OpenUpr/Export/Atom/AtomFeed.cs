namespace OpenUpr.Export.Atom;

/// <summary>An Atom feed (RFC 4287), ready to be written.</summary>
/// <param name="Id">Never changes and does not depend on the host, see <see cref="AtomId"/>.</param>
/// <param name="Self">The feed's own absolute address.</param>
/// <param name="Alternate">The absolute address of the page that shows the same.</param>
/// <param name="Updated">When anything in it last changed.</param>
/// <param name="Author">Atom wants an author; a feed has its site's name and no person's.</param>
public sealed record AtomFeed(string Id, string Title, string Subtitle, string Self, string Alternate, DateTimeOffset Updated, string Author, string Language, IReadOnlyList<AtomEntry> Entries);

/// <summary>One entry of a feed. All texts are plain.</summary>
/// <param name="Link">The absolute address of the page it is about.</param>
/// <param name="Published">When it was added to the store.</param>
public sealed record AtomEntry(string Id, string Title, string Summary, string Link, DateTimeOffset Published, DateTimeOffset Updated, IReadOnlyList<AtomCategory> Categories);

/// <summary>A category: its code, and what people call it.</summary>
public sealed record AtomCategory(string Term, string Label);
