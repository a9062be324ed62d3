namespace OpenUpr.Reviews;

/// <summary>Which States a store is about: those of the United Nations, or the fictional ones of the demonstration. Set once, when the store is made.</summary>
public enum World
{
    UnitedNations,
    Demo,
}
