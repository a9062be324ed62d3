using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>Fills a demonstration store with the fictional world.</summary>
public static class DemoWorld
{
    public static Task LoadAsync(Store store, TimeProvider time, CancellationToken cancel = default) => Task.CompletedTask;
}
