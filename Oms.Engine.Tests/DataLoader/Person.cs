namespace Oms.Engine.Tests.DataLoader;

public sealed record Person(int Id, int FriendId)
{
    public string Name => $"Person {Id}";
}
