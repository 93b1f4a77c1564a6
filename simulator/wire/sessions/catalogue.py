"""The entries of the wire catalogue for subscriptions, station sign-in, agent states and sign-out."""

from __future__ import annotations

from deskproof.simulator.domain import commands, events
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.frame import Address, Data, FailureData, Frame, failure
from deskproof.simulator.wire.kernel.operation import Commands, Notifies, Operation
from deskproof.simulator.wire.kernel.provenance import RAN, RAN_CALLS
from deskproof.simulator.wire.sessions import decode, encode, shapes

SESSION_FRAMES: tuple[Frame, ...] = (
    Frame(
        name="WELCOME", outer="Welcome", event=events.Connected, model=shapes.WelcomeData, encode=encode.welcome,
        to=Address.CONNECTION, source="PROTOCOL 3.2; WebSocketManager.ts", compared=RAN,
        differs="`data.type` is ours; the client reads only `data.agentId`.",
    ),
    Frame(
        name="AgentMultiLoginCloseSession", outer="AGENT_MULTI_LOGIN", event=events.ConnectionSuperseded,
        model=Data, encode=encode.superseded, to=Address.CONNECTION,
        source="PROTOCOL 8a; WebSocketManager.ts", compared=RAN,
        differs="When the vendor's server supersedes (`force`, `allowMultiLogin`) is not in the client's sources.",
    ),
    Frame(
        name="AgentStationLoginSuccess", outer="StationLogin", event=events.AgentSignedIn, model=shapes.StationData,
        encode=encode.station, source="PROTOCOL 4.1; agent/types.ts StationLoginSuccess", compared=RAN,
        differs="`channelsMap` always names one telephony channel and no other.",
    ),
    Frame(
        name="AgentDNRegistered", outer="AgentDNRegistered", event=events.AgentSignedIn, model=shapes.DnRegisteredData,
        encode=encode.dn_registered, source="PROTOCOL 4.1; config/types.ts AGENT_DN_REGISTERED", compared=RAN,
        differs="The fields beside `type` and `agentId` are ours; the client reads none.",
    ),
    Frame(
        name="AgentStationLoginFailed", outer="StationLogin", event=None, model=FailureData,
        encode=failure, source="PROTOCOL 4.2; core/Utils.ts getStationLoginErrorData", compared=RAN,
        differs="`reasonCode`, `message` and `field` are ours, and so are most reasons; the client knows "
        "DUPLICATE_LOCATION and INVALID_DIAL_NUMBER.",
    ),
    Frame(
        name="AgentReloginSuccess", outer="AgentReloginSuccess", event=events.SessionReloaded, model=shapes.StationData,
        encode=encode.station, source="PROTOCOL 3.5; agent/types.ts ReloginSuccess", compared=RAN,
    ),
    Frame(
        name="AgentReloginFailed", outer="AgentReloginFailed", event=None, model=FailureData,
        encode=failure, source="PROTOCOL 3.5; cc.ts silentRelogin", compared=RAN,
        differs="`reasonCode` and `message` are ours.",
    ),
    Frame(
        name="AgentStateChangeSuccess", outer="AgentStateChange", event=events.AgentStateChanged,
        model=shapes.StateChangeData, encode=encode.state_changed,
        source="PROTOCOL 5; agent/types.ts StateChangeSuccess", compared=RAN,
        differs="`changedBy` is null where the agent or the back end changed the state, and `Supervisor` where a "
        "supervisor did; the word is a guess.",
    ),
    Frame(
        name="AgentStateChangeFailed", outer="AgentStateChange", event=None, model=FailureData,
        encode=failure, source="PROTOCOL 5; agent/index.ts", differs="`reason` and `reasonCode` are ours.",
    ),
    Frame(
        name="AgentLogoutSuccess", outer="Logout", event=events.AgentSignedOut, model=shapes.LogoutData,
        encode=encode.signed_out, source="PROTOCOL 4.3; agent/types.ts LogoutSuccess", compared=RAN,
        differs="`logoutReason` is ours; `loggedOutBy` is the id of the supervisor who signed the agent out, or null.",
    ),
    Frame(
        name="AgentLogoutFailed", outer="Logout", event=None, model=shapes.LogoutFailureData,
        encode=encode.logout_failure, source="PROTOCOL 4.3; agent/index.ts", compared=RAN_CALLS,
        differs="`reason`, `reasonCode`, `engagement` and `engagementState` are ours.",
    ),
    Frame(
        name="BuddyAgents", outer="BuddyAgents", event=None, model=shapes.BuddiesData, encode=encode.buddies,
        source="PROTOCOL 5; agent/types.ts BuddyAgentsSuccess", compared=RAN,
        differs="Every other signed-in agent of the tenant is a buddy, whatever the profile's buddy teams.",
    ),
    Frame(
        name="BuddyAgentsRetrieveFailed", outer="BuddyAgents", event=None, model=FailureData,
        encode=failure, source="PROTOCOL 5; agent/index.ts", differs="`reason` and `reasonCode` are ours.",
    ),
)  # fmt: skip


SESSION_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="subscribe", method="POST", service=Service.GATEWAY, path="/v1/notification/subscribe",
        does=Commands(command=commands.Subscribe, decode=decode.subscribe), body=shapes.SubscribeBody,
        answer=shapes.Subscription, source="PROTOCOL 3.1; WebSocketManager.ts", compared=RAN,
        differs="A socket address works once; the vendor's rule for `force: false` is not in the client's sources.",
    ),
    Operation(
        name="reload", method="POST", service=Service.GATEWAY, path="/v1/agents/reload",
        does=Commands(command=commands.ReloadSession, decode=decode.reload_session, refused="AgentReloginFailed"),
        status=202, source="PROTOCOL 3.5; agent/index.ts", compared=RAN,
    ),
    Operation(
        name="station login", method="POST", service=Service.GATEWAY, path="/v1/agents/login",
        does=Commands(command=commands.SignInStation, decode=decode.sign_in_station, refused="AgentStationLoginFailed"),
        body=shapes.StationLoginBody, status=202, source="PROTOCOL 4.1; agent/index.ts", compared=RAN,
        differs="`teamName`, `siteId`, `usesOtherDN`, `skillProfileId` and `auxCodeId` are accepted and not used.",
    ),
    Operation(
        name="logout", method="POST", service=Service.GATEWAY, path="/v1/agents/logout",
        does=Commands(command=commands.SignOutStation, decode=decode.sign_out_station, refused="AgentLogoutFailed"),
        body=shapes.LogoutBody, status=202, source="PROTOCOL 4.3; agent/index.ts; Logout of the public API",
        compared=RAN,
        differs="A supervisor signs out agents of the supervisor's own teams, and only those get the frame.",
    ),
    Operation(
        name="state change", method="PUT", service=Service.GATEWAY, path="/v1/agents/session/state",
        does=Commands(
            command=commands.ChangeAgentState, decode=decode.change_agent_state, refused="AgentStateChangeFailed"
        ),
        body=shapes.StateChangeBody, status=202, source="PROTOCOL 5; agent/index.ts; State Change of the public API",
        compared=RAN,
        differs="`state` is Available or Idle. A supervisor changes the state of agents of the supervisor's own teams, "
        "who get the frame; the supervisor gets none.",
    ),
    Operation(
        name="buddy list", method="POST", service=Service.GATEWAY, path="/v1/agents/buddyList",
        does=Notifies(frame="BuddyAgents", refused="BuddyAgentsRetrieveFailed"), body=shapes.BuddyListBody, status=202,
        source="PROTOCOL 5; agent/index.ts", compared=RAN, differs="`mediaType` is accepted and not used.",
    ),
)  # fmt: skip
