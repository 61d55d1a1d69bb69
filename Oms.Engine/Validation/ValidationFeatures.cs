namespace Oms.Engine.Validation;

/// <summary>What a document or its schema has that some rules are about alone.</summary>
[Flags]
internal enum ValidationFeatures
{
    None = 0,
    Fragments = 1,
    Subscriptions = 2,
    Incremental = 4,
}
