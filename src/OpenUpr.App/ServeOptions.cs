using OpenUpr.Storage;

namespace OpenUpr.App;

/// <summary>How the web site is to run.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons. Port 0 takes a free one.</param>
/// <param name="Demo">A store that does not exist yet is filled with the fictional world.</param>
/// <param name="Curate">Pages that write are there; only on loopback, and only until accounts exist.</param>
public sealed record ServeOptions(StoreLocation Location, string Urls, bool Demo, bool Curate);
